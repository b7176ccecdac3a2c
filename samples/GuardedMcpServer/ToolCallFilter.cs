using System.Runtime.ExceptionServices;
using System.Text.Json;
using Hooks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Handler = ModelContextProtocol.Server.McpRequestHandler<ModelContextProtocol.Protocol.CallToolRequestParams, ModelContextProtocol.Protocol.CallToolResult>;
using Request = ModelContextProtocol.Server.RequestContext<ModelContextProtocol.Protocol.CallToolRequestParams>;

namespace GuardedMcpServer;

/// <summary>Hooks around every tool of an MCP server: <c>options.Filters.Request.CallToolFilters.Add(hooks.Guard)</c>. A file to copy.</summary>
internal static class ToolCallFilter
{
    public static Handler Guard(this HookDispatcher hooks, Handler next) => async (request, cancellationToken) =>
    {
        var hints = (request.MatchedPrimitive as McpServerTool)?.ProtocolTool.Annotations;
        var call = new ToolCallContext
        {
            ToolName = request.Params!.Name,
            Arguments = new((request.Params.Arguments ?? new Dictionary<string, JsonElement>()).Select(each => KeyValuePair.Create(each.Key, (object?)each.Value))),
            CallId = request.JsonRpcRequest.Id.ToString(),
            ServerName = request.Server.ServerOptions.ServerInfo?.Name,
            SessionId = request.Server.SessionId, Services = request.Services,
            IsReadOnly = hints?.ReadOnlyHint == true, IsIdempotent = hints?.IdempotentHint == true,
        };
        return ToResult(await hooks.InvokeToolAsync(call, async (attempt, token) => ToValue(await next(ToRequest(request, attempt), token)), cancellationToken));
    };

    // What the hooks have left of the arguments, and the tool to which they have led the call.
    private static Request ToRequest(Request request, ToolCallContext attempt)
    {
        var tool = request.Server.ServerOptions.ToolCollection?.TryGetPrimitive(attempt.ToolName, out var found) == true ? found : null;
        var arguments = JsonElement.Parse(attempt.Arguments.ToJson()).EnumerateObject().ToDictionary(each => each.Name, each => each.Value);
        return new(request.Server, request.JsonRpcRequest, new() { Name = attempt.ToolName, Arguments = arguments, Meta = request.Params!.Meta })
            { MatchedPrimitive = tool, Services = request.Services, User = request.User, Items = request.Items };
    }

    // Hooks read one text as text; anything richer reaches them, and the client, as the tool gave it.
    private static object ToValue(CallToolResult result) => result switch
    {
        { IsError: true } => throw new McpException(string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text))) { Data = { ["result"] = result } },
        { StructuredContent: null, Meta: null, Content: [TextContentBlock only] } => only.Text,
        _ => result,
    };

    // An error that no hook has put in other words is the server's to report, as without hooks.
    private static CallToolResult ToResult(ToolCallContext call)
    {
        var own = call.Error is { } error && call.ErrorMessage == error.Message ? error : null;
        var rich = (own is not null ? own.Data["result"] : call.ErrorMessage is null ? call.Result : null) as CallToolResult;
        if (own is not null && rich is null)
            ExceptionDispatchInfo.Throw(own);
        var content = rich?.Content ?? [Text(call.ErrorMessage ?? call.Result)];
        return new() { Content = [.. content, .. call.AddedContext.Select(Text)], IsError = rich?.IsError ?? call.ErrorMessage is not null, StructuredContent = rich?.StructuredContent, Meta = rich?.Meta };
    }

    private static ContentBlock Text(object? value) => new TextContentBlock { Text = value?.ToString() ?? "" };
}
