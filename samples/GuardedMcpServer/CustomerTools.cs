using System.Runtime.CompilerServices;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace GuardedMcpServer;

/// <summary>The tools of the server, which know nothing of hooks. They write down that they ran, to show which never did.</summary>
internal sealed class CustomerTools
{
    private readonly List<string> _ran = [];

    /// <summary>The methods that really ran, in order.</summary>
    public IReadOnlyList<string> Ran => _ran;

    public McpServerPrimitiveCollection<McpServerTool> ToCollection() =>
    [
        McpServerTool.Create(ReadCustomer, new() { Name = "read_customer", ReadOnly = true }),
        McpServerTool.Create(ListCustomers, new() { Name = "list_customers", ReadOnly = true }),
        McpServerTool.Create(ExportCustomer, new() { Name = "export_customer", ReadOnly = true, UseStructuredContent = true }),
        McpServerTool.Create(DeleteCustomer, new() { Name = "delete_customer" }),
        McpServerTool.Create(AddNote, new() { Name = "add_note" }),
        McpServerTool.Create(OpeningHours, new() { Name = "opening_hours", ReadOnly = true }),
        McpServerTool.Create(CloseAccount, new() { Name = "close_account" }),
    ];

    private string ReadCustomer(string id) => Run($"customer {id}: Ada Byron, ada@example.com, card 4111 1111 1111 1111");

    private IEnumerable<ContentBlock> ListCustomers() =>
        [new TextContentBlock { Text = Run("Ada Byron, 4111 1111 1111 1111") }, new TextContentBlock { Text = "Alan Kay, pays cash" }];

    private Customer ExportCustomer(string id) => new(Run($"customer {id}"), "4111 1111 1111 1111");

    private string DeleteCustomer(string id) => Run($"customer {id} is gone");

    private string AddNote(string id, string text) => Run($"customer {id} has a new note: {text}");

    private string OpeningHours() => Run("9 to 17");

    private string CloseAccount(string id) =>
        throw new InvalidOperationException(Run($"account {id}: the disk of db-7 is full"));

    private sealed record Customer(string Name, string Card);

    private string Run(string result, [CallerMemberName] string method = "")
    {
        _ran.Add(method);
        return result;
    }
}
