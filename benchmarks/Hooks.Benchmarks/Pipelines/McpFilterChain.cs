using System.IO.Pipelines;
using System.Text.Json;
using Hooks.Benchmarks.Guards;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Hooks.Benchmarks.Pipelines;

/// <summary>The same function as a tool of an MCP server, behind filters as the server joins them, without a transport.</summary>
internal sealed class McpFilterChain
{
    private readonly RequestContext<CallToolRequestParams> _request;
    private readonly McpRequestHandler<CallToolRequestParams, CallToolResult> _handler;

    public McpFilterChain(AIFunction function, int filters)
    {
        var tool = McpServerTool.Create(function);
        var server = McpServer.Create(new StreamServerTransport(new Pipe().Reader.AsStream(), Stream.Null), new() { ToolCollection = [tool] });
        var parameters = new CallToolRequestParams { Name = function.Name, Arguments = new Dictionary<string, JsonElement> { ["path"] = JsonElement.Parse("\"README.md\"") } };
        _request = new(server, new JsonRpcRequest { Id = new(1), Method = RequestMethods.ToolsCall }, parameters) { MatchedPrimitive = tool };
        _handler = tool.InvokeAsync;
        for (var i = 0; i < filters; i++)
            _handler = Filter(_handler);
    }

    public ValueTask<CallToolResult> CallAsync() => _handler(_request, CancellationToken.None);

    private static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (request, token) =>
    {
        ThreeGuards.Judge();
        return await next(request, token);
    };
}
