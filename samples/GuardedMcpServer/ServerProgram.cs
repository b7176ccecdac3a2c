using System.IO.Pipelines;
using Hooks;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace GuardedMcpServer;

/// <summary>A server with guarded tools and a client, joined by two pipes in one process; prints what the client sees.</summary>
internal static class ServerProgram
{
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var hooks = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { OnReport = report => output.WriteLine($"hooks: {report.Message}") });
        var tools = new CustomerTools();
        var options = new McpServerOptions { ServerInfo = new() { Name = "customers", Version = "1.0" }, ToolCollection = tools.ToCollection() };
        options.Filters.Request.CallToolFilters.Add(hooks.Guard);

        Pipe requests = new(), answers = new();
        await using var transport = new StreamServerTransport(requests.Reader.AsStream(), answers.Writer.AsStream());
        await using var server = McpServer.Create(transport, options);
        var serving = server.RunAsync(cancellationToken);
        await using (var client = await McpClient.CreateAsync(
            new StreamClientTransport(requests.Writer.AsStream(), answers.Reader.AsStream()), cancellationToken: cancellationToken))
        {
            output.WriteLine($"{"tool",-16} what the client sees");
            await CallAsync(client, output, "read_customer", new() { ["id"] = "17" }, cancellationToken);
            await CallAsync(client, output, "list_customers", [], cancellationToken);
            await CallAsync(client, output, "export_customer", new() { ["id"] = "17" }, cancellationToken);
            await CallAsync(client, output, "delete_customer", new() { ["id"] = "17" }, cancellationToken);
            await CallAsync(client, output, "add_note", new() { ["id"] = "17", ["text"] = "paid with 4111-1111-1111-1111" }, cancellationToken);
            await CallAsync(client, output, "opening_hours", [], cancellationToken);
            await CallAsync(client, output, "close_account", new() { ["id"] = "17" }, cancellationToken);
        }

        requests.Writer.Complete();
        await serving;
        output.WriteLine($"\nran on the server: {string.Join(", ", tools.Ran)}");
        return 0;
    }

    private static async Task CallAsync(
        McpClient client, TextWriter output, string tool, Dictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: cancellationToken);
        var text = string.Join(" / ", result.Content.OfType<TextContentBlock>().Select(block => block.Text));
        output.WriteLine($"{tool,-16} {(result.IsError == true ? "error: " : "")}{text}{result.StructuredContent}");
    }
}
