using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooks.Commands.Tests.Acceptors.Gemini;

/// <summary>What each event of Gemini CLI reads of an answer.</summary>
internal static class GeminiReply
{
    public static HostAction Read(HostRun run, ReplyObject reply)
    {
        var action = HostAction.Nothing;
        if (run.EventName != "BeforeToolSelection" && reply.Text("systemMessage") is { } notice)
            action = action with { Notice = notice };
        if (run.EventName is not ("SessionEnd" or "PreCompress" or "Notification"))
        {
            if (run.EventName is not ("SessionStart" or "BeforeToolSelection"))
                action = ReadDecision(run, reply, action);
            if (reply.Child("hookSpecificOutput") is { } specific)
                action = ReadSpecific(run, specific, action);
            action = ReadContinue(run, reply, action);
        }

        _ = reply.Flag("suppressOutput");
        reply.Ignore("suppressOutput");
        return action.Ignoring(reply.Unread);
    }

    /// <summary>What a denial means at this event; null if there is nothing to deny.</summary>
    public static HostAction? Deny(string eventName, HostAction action, string? reason) => eventName switch
    {
        "BeforeAgent" => action with { Course = HostCourse.Denied, Reason = reason, Reader = Reader.User },
        "BeforeTool" or "BeforeModel" or "AfterModel" => action with { Course = HostCourse.Denied, Reason = reason, Reader = Reader.Model },
        "AfterAgent" => action with { Course = HostCourse.KeepsWorking, Reason = reason, Reader = Reader.Model },
        "AfterTool" => action with { Result = reason },
        _ => null,
    };

    private static HostAction ReadDecision(HostRun run, ReplyObject reply, HostAction action)
    {
        var reason = reply.Text("reason");
        switch (reply.OneOf("decision", "allow", "approve", "deny", "block", "ask"))
        {
            case "deny" or "block":
                return Deny(run.EventName, action, reason)!;
            case "ask" when run.EventName == "BeforeTool":
                return action with { Course = HostCourse.Asks, Reason = reason, Reader = Reader.User, Failure = "decision ask is not documented" };
            case "ask":
                reply.Ignore("decision");
                break;
        }

        reply.Ignore("reason");
        return action;
    }

    private static HostAction ReadContinue(HostRun run, ReplyObject reply, HostAction action)
    {
        var goesOn = reply.Flag("continue") ?? true;
        var reason = reply.Text("stopReason");
        var takes = run.EventName is not ("SessionStart" or "BeforeToolSelection");
        if (!goesOn && takes)
            return action with { Course = HostCourse.StopsAll, Reason = reason, Reader = Reader.User };
        if (!goesOn)
            reply.Ignore("continue");
        reply.Ignore("stopReason");
        return action;
    }

    private static HostAction ReadSpecific(HostRun run, ReplyObject specific, HostAction action)
    {
        _ = specific.Text("hookEventName");
        if (run.EventName is "SessionStart" or "BeforeAgent" or "AfterTool" && specific.Text("additionalContext") is { } context)
            action = action with { Context = context };
        switch (run.EventName)
        {
            case "BeforeTool" when specific.Map("tool_input") is { } input:
                return action with { Input = Merge(run.Payload.GetProperty("tool_input"), input) };
            case "BeforeModel":
                if (specific.Map("llm_request") is { } request)
                    action = action with { Input = request };
                return specific.Map("llm_response") is { } synthetic ? action with { Result = Answer(synthetic) } : action;
            case "AfterModel" when specific.Map("llm_response") is { } response:
                return action with { Result = Answer(response) };
            case "AfterAgent" when specific.Flag("clearContext") is { } clear:
                return action with { Extra = clear ? "clearContext=true" : "clearContext=false" };
            case "AfterTool" when specific.Child("tailToolCallRequest") is { } call:
                return action with { Extra = $"tail={call.Text("name") ?? throw new ReplyShapeException("tailToolCallRequest has no name")} {call.Map("args")?.GetRawText() ?? throw new ReplyShapeException("tailToolCallRequest has no args")}" };
            case "BeforeToolSelection" when specific.Child("toolConfig") is { } tools:
                var mode = tools.OneOf("mode", "AUTO", "ANY", "NONE");
                var names = tools.List("allowedFunctionNames");

                // The interface of the model: names are to be set with the mode ANY alone.
                if (mode != "ANY" && names?.GetArrayLength() > 0)
                    throw new ReplyShapeException($"allowedFunctionNames with the mode {mode}");
                return action with { Extra = $"tools={mode}:{names?.GetRawText()}" };
            default:
                return action;
        }
    }

    // The texts of an answer in the one shape that all versions read: candidates, each with a content of parts that are texts.
    private static string Answer(JsonElement response)
    {
        try
        {
            return string.Concat(response.GetProperty("candidates").EnumerateArray().SelectMany(candidate => candidate.GetProperty("content").GetProperty("parts").EnumerateArray()).Select(part => part.GetString()));
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException)
        {
            throw new ReplyShapeException("llm_response is no answer of a model");
        }
    }

    // The new members are laid over the old ones: a member can be changed and added, never removed.
    private static JsonElement Merge(JsonElement input, JsonElement changes)
    {
        var merged = JsonObject.Create(input.Clone())!;
        foreach (var member in changes.EnumerateObject())
            merged[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        return JsonDocument.Parse(merged.ToJsonString()).RootElement;
    }
}
