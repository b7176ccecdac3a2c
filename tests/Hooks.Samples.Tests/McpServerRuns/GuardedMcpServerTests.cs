using GuardedMcpServer;

namespace Hooks.Samples.Tests.McpServerRuns;

public sealed class GuardedMcpServerTests
{
    [Fact]
    public async Task The_client_sees_what_the_hooks_have_left()
    {
        var output = new StringWriter();
        Assert.Equal(0, await ServerProgram.RunAsync(output, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1)));
        string[] expected =
        [
            "tool             what the client sees",
            "read_customer    customer 17: Ada Byron, ada@example.com, card [card]",
            "list_customers   Ada Byron, [card] / Alan Kay, pays cash",
            "export_customer  error: this result cannot be checked for card numbers",
            "delete_customer  error: customers are never deleted; close the account instead",
            "add_note         customer 17 has a new note: paid with [card]",
            "opening_hours    closed today for stocktaking",
            "close_account    error: An error occurred invoking 'close_account'.",
            "",
            "ran on the server: ReadCustomer, ListCustomers, ExportCustomer, AddNote, CloseAccount",
        ];
        Assert.Equal(expected, output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }
}
