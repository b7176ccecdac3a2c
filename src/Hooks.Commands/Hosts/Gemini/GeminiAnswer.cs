using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Says to Gemini CLI what it accepts at each event: one object with exit code 0.</summary>
/// <param name="hostEvent">The event.</param>
/// <param name="payload">What came in; null if it could not be read.</param>
/// <param name="answer">What is said.</param>
internal readonly struct GeminiAnswer(HostEvent hostEvent, HostPayload? payload, HostAnswer answer)
{
    public HostReply Write()
    {
        // Its changes are merged into the input, so that what a hook has taken out would come back.
        if (answer.Arguments is { } arguments && LosesMember(arguments))
        {
            answer.Arguments = null;
            answer.Kind = HostAnswers.Deny;
            answer.Reason = "A hook has removed an argument, which cannot be done here.";
            answer.Notices.Add("Gemini CLI merges changed arguments, so that none can be removed; this denies.");
        }

        if (answer is { Kind: HostAnswers.None, Changed: ToolDiscoveryContext discovery })
        {
            answer.Notices.Add(discovery.ToolNames.Count > 0
                ? "Gemini CLI takes a choice of tools only together with a duty to call one of them (mode ANY); the model cannot answer without a call while hooks choose."
                : "Gemini CLI may not say which tools it offers, so that a hook that chooses among ToolNames leaves none; name the tools to keep.");
        }

        return answer is { Kind: HostAnswers.None, AddedContext: null, Arguments: null, Changed: null } ? HostReply.Silent : HostReply.Json(WriteMembers);
    }

    private bool LosesMember(HookArguments arguments) =>
        payload is null || payload.Arguments("tool_input").Any(member => !arguments.ContainsKey(member.Key) || IsObjectThatLoses(member.Value, arguments[member.Key]));

    private static bool IsObjectThatLoses(object? before, object? after) =>
        before is HookArguments old && after is HookArguments changed && old.Any(member => !changed.ContainsKey(member.Key));

    private void WriteMembers(Utf8JsonWriter writer)
    {
        // Of a tool's result a denial hides it, and the reason comes in its place; also from a conversation that is taken up again.
        var isStop = answer.Kind == HostAnswers.StopAll;
        var isResult = hostEvent.Moment == HostMoment.ToolResult && (answer.Kind == HostAnswers.Replace || (isStop && answer.Value is not null));
        if (isStop)
        {
            writer.WriteBoolean("continue", false);
            writer.WriteString("stopReason", answer.Reason);
        }

        if (isResult || answer.Kind is HostAnswers.Deny or HostAnswers.KeepWorking)
        {
            writer.WriteString("decision", "deny");
            writer.WriteString("reason", isResult ? AnswerText.Of(answer.Value) : answer.Reason);
        }

        if (isStop)
            return;
        if (answer.AddedContext is not null || answer.Arguments is not null || answer.Changed is not null || answer.Kind == HostAnswers.Narrow || (answer.Kind == HostAnswers.Replace && !isResult))
            WriteSpecific(writer, isResult);
    }

    private void WriteSpecific(Utf8JsonWriter writer, bool isResult)
    {
        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", hostEvent.Name);
        if (answer.AddedContext is { } context)
            writer.WriteString("additionalContext", context);
        if (answer.Arguments is { } arguments)
            AnswerText.Write(writer, "tool_input", arguments);
        if (answer.Kind == HostAnswers.Replace && !isResult)
            WriteResponse(writer, AnswerText.Of(answer.Value));
        else if (hostEvent.Moment == HostMoment.ToolSelection)
            WriteTools(writer, answer.Kind == HostAnswers.Narrow ? [] : ((ToolDiscoveryContext)answer.Changed!).ToolNames);
        else if (answer.Kind == HostAnswers.None && answer.Changed is ModelCallContext call)
            WriteRequest(writer, call);
        writer.WriteEndObject();
    }

    // In the mode AUTO the model's service does not take names.
    private static void WriteTools(Utf8JsonWriter writer, IReadOnlyList<string> names)
    {
        writer.WriteStartObject("toolConfig");
        writer.WriteString("mode", names.Count == 0 ? "NONE" : "ANY");
        writer.WriteStartArray("allowedFunctionNames");
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter writer, ModelCallContext call)
    {
        writer.WriteStartObject("llm_request");
        if (call.Model is { } model)
            writer.WriteString("model", model);
        writer.WriteStartArray("messages");
        foreach (var message in call.Messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role", message.Role);
            writer.WriteString("content", message.Content);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        AnswerText.Write(writer, "config", call.Options);
        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject("llm_response");
        writer.WriteStartArray("candidates");
        writer.WriteStartObject();
        writer.WriteStartObject("content");
        writer.WriteString("role", "model");
        writer.WriteStartArray("parts");
        writer.WriteStringValue(text);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteString("finishReason", "STOP");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
