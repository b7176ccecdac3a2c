using System.Text.Json.Nodes;

namespace Hooks.Extensions.AI.Tests.Wire;

/// <summary>One answer of the server: text, calls of tools, or an error.</summary>
internal sealed record WireReply
{
    public int Status { get; init; } = 200;

    public string Text { get; init; } = "";

    public IReadOnlyList<WireToolCall> ToolCalls { get; init; } = [];

    /// <summary>How many characters of the text a streamed chunk has.</summary>
    public int ChunkLength { get; init; } = 4;

    /// <summary>Whether a stream has the piece with the reason of its end. Not every server sends one.</summary>
    public bool SaysWhyItFinished { get; init; } = true;

    /// <summary>A body to send as it is, instead of all that.</summary>
    public string? Raw { get; init; }

    private string FinishReason => ToolCalls.Count > 0 ? "tool_calls" : "stop";

    public static WireReply Say(string text) => new() { Text = text };

    public static WireReply Call(string id, string tool, string arguments) => new() { ToolCalls = [new(id, tool, arguments)] };

    public static WireReply Fail(int status, string message) => new() { Status = status, Text = message };

    /// <summary>What goes over the wire, in the parts in which it is sent.</summary>
    public IEnumerable<string> ToParts(WireRequest request) =>
        Raw is not null ? [Raw] : Status != 200 ? [ToError()] : request.IsStreaming ? ToEvents(request.Model) : [ToBody(request.Model)];

    private string ToError() => new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = Text, ["type"] = "server_error", ["code"] = null },
    }.ToJsonString();

    private string ToBody(string? model)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = ToolCalls.Count > 0 ? null : Text, ["refusal"] = null };
        if (ToolCalls.Count > 0)
            message["tool_calls"] = new JsonArray([.. ToolCalls.Select(call => call.ToJson())]);
        var body = Envelope(model, "chat.completion");
        body["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = FinishReason, ["logprobs"] = null });
        body["usage"] = Usage();
        return body.ToJsonString();
    }

    private IEnumerable<string> ToEvents(string? model)
    {
        yield return Event(model, new() { ["role"] = "assistant", ["content"] = "" }, null);
        for (var at = 0; at < Text.Length; at += ChunkLength)
            yield return Event(model, new() { ["content"] = Text.Substring(at, Math.Min(ChunkLength, Text.Length - at)) }, null);
        for (var index = 0; index < ToolCalls.Count; index++)
        {
            // Name and id come first, the arguments in pieces that are no JSON of their own.
            var call = ToolCalls[index];
            yield return Event(model, Delta(call with { Arguments = "" }, index), null);
            for (var at = 0; at < call.Arguments.Length; at += 7)
                yield return Event(model, ArgumentsDelta(call.Arguments.Substring(at, Math.Min(7, call.Arguments.Length - at)), index), null);
        }

        if (SaysWhyItFinished)
            yield return Event(model, [], FinishReason);
        yield return ToEvent(Envelope(model, "chat.completion.chunk"), new JsonArray(), Usage());
        yield return "data: [DONE]\n\n";
    }

    private static JsonObject Delta(WireToolCall call, int index)
    {
        var json = call.ToJson();
        json["index"] = index;
        return new() { ["tool_calls"] = new JsonArray(json) };
    }

    private static JsonObject ArgumentsDelta(string piece, int index) => new()
    {
        ["tool_calls"] = new JsonArray(new JsonObject { ["index"] = index, ["function"] = new JsonObject { ["arguments"] = piece } }),
    };

    private static string Event(string? model, JsonObject delta, string? finishReason) => ToEvent(
        Envelope(model, "chat.completion.chunk"),
        new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finishReason, ["logprobs"] = null }),
        null);

    private static string ToEvent(JsonObject envelope, JsonArray choices, JsonObject? usage)
    {
        envelope["choices"] = choices;
        envelope["usage"] = usage;
        return $"data: {envelope.ToJsonString()}\n\n";
    }

    private static JsonObject Envelope(string? model, string kind) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = kind,
        ["created"] = 1_700_000_000,
        ["model"] = model,
    };

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 11, ["completion_tokens"] = 7, ["total_tokens"] = 18 };
}
