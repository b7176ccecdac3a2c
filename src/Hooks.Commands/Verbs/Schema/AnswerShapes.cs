using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>
/// What agents accept at their events, in the short form of <see cref="SchemaNotation"/>, from what may be said there. Nothing else may
/// be in an answer: one agent refuses it and goes on, others ignore it.
/// </summary>
internal static class AnswerShapes
{
    /// <summary>The members of an event's answer; null if it takes none, so that standard output stays empty.</summary>
    public static string? Of(CodingAgent agent, HostEvent hostEvent)
    {
        var members = agent switch
        {
            CodingAgent.ClaudeCode => OfClaude(hostEvent),
            CodingAgent.Codex => OfCodex(hostEvent),
            CodingAgent.GeminiCli => OfGemini(hostEvent),
            CodingAgent.CopilotCli => OfCopilot(hostEvent),
            _ => OfCursor(hostEvent),
        };
        return members.Length == 0 ? null : members;
    }

    private static string OfClaude(HostEvent hostEvent)
    {
        var specific = hostEvent.Moment switch
        {
            HostMoment.ToolCall => "permissionDecision=deny|ask|allow permissionDecisionReason:s updatedInput:o ",
            HostMoment.ModelSwitch => "permissionDecision=deny|ask|allow permissionDecisionReason:s ",
            HostMoment.PermissionRequest => "decision{behavior!=allow|deny message:s interrupt:b updatedInput:o updatedPermissions:a} ",
            HostMoment.PermissionDenied => "retry:b ",
            HostMoment.ToolResult => "updatedToolOutput:x ",
            _ => hostEvent.Name switch
            {
                "MessageDisplay" => "displayContent:s ",
                "Elicitation" or "ElicitationResult" => "action=accept|decline|cancel content:o ",
                _ => string.Empty,
            },
        };
        if (hostEvent.Takes(HostAnswers.AddContext))
            specific += "additionalContext:s ";
        return Block(hostEvent.Moment is HostMoment.Prompt or HostMoment.ConfigurationChange or HostMoment.Compaction or HostMoment.ToolResult or HostMoment.Stop or HostMoment.SubagentStop
                || hostEvent.Name is "UserPromptExpansion" or "PostToolBatch" or "TaskCreated")
            + Stop(hostEvent) + Specific(hostEvent, specific);
    }

    private static string OfCodex(HostEvent hostEvent)
    {
        var specific = hostEvent.Moment switch
        {
            HostMoment.ToolCall => "permissionDecision=deny|allow permissionDecisionReason:s updatedInput:o ",
            HostMoment.PermissionRequest => "decision{behavior!=allow|deny message:s} ",
            _ => string.Empty,
        };
        if (hostEvent.Takes(HostAnswers.AddContext))
            specific += "additionalContext:s ";
        return Block(hostEvent.Moment is HostMoment.Prompt or HostMoment.ToolResult or HostMoment.Stop or HostMoment.SubagentStop) + (hostEvent.Moment == HostMoment.ToolResult ? "continue:b systemMessage:s " : Stop(hostEvent)) + Specific(hostEvent, specific);
    }

    private static string OfGemini(HostEvent hostEvent)
    {
        var specific = hostEvent.Moment switch
        {
            HostMoment.ModelCall => "llm_request:o llm_response:o ",
            HostMoment.ModelChunk => "llm_response:o ",
            HostMoment.ToolSelection => "toolConfig{mode=AUTO|ANY|NONE allowedFunctionNames:a} ",
            HostMoment.ToolCall => "tool_input:o ",
            _ => string.Empty,
        };
        if (hostEvent.Takes(HostAnswers.AddContext))
            specific += "additionalContext:s ";
        var decides = hostEvent.Moment == HostMoment.ToolResult || hostEvent.Takes(HostAnswers.Deny | HostAnswers.KeepWorking);
        return (decides ? "decision=deny|block reason:s " : string.Empty) + Stop(hostEvent) + (specific.Length == 0 ? string.Empty : $"hookSpecificOutput{{hookEventName={hostEvent.Name} {specific}}} ");
    }

    private static string OfCopilot(HostEvent hostEvent) => hostEvent.Moment switch
    {
        HostMoment.ToolCall => "permissionDecision=deny|ask|allow permissionDecisionReason:s modifiedArgs:o",
        HostMoment.ToolResult => "modifiedResult{resultType:s textResultForLlm:s} additionalContext:s",
        HostMoment.PermissionRequest => "behavior!=allow|deny message:s interrupt:b",
        HostMoment.Stop => "decision=block|allow reason:s",
        HostMoment.SubagentStop => "decision=block|allow reason:s modifiedResponse:s",
        HostMoment.Custom => "modifiedTransformedPrompt:s",
        _ => hostEvent.Takes(HostAnswers.AddContext) ? "additionalContext:s" : string.Empty,
    };

    private static string OfCursor(HostEvent hostEvent) => hostEvent.Moment switch
    {
        HostMoment.ToolCall => "permission!=allow|deny|ask user_message:s" + (hostEvent.Takes(HostAnswers.Rewrite) ? " updated_input:o" : string.Empty),
        HostMoment.Prompt => "continue!:b user_message:s",
        HostMoment.ToolResult => "updated_mcp_tool_output:x additional_context:s",
        HostMoment.Stop or HostMoment.SubagentStop => "followup_message:s",
        HostMoment.Custom when hostEvent.Takes(HostAnswers.Deny) => "permission!=allow|deny user_message:s",
        _ => hostEvent.Takes(HostAnswers.AddContext) ? "additional_context:s" : string.Empty,
    };

    private static string Block(bool isThere) => isThere ? "decision=block reason:s " : string.Empty;

    private static string Stop(HostEvent hostEvent) => hostEvent.Takes(HostAnswers.StopAll) ? "continue:b stopReason:s " : string.Empty;

    private static string Specific(HostEvent hostEvent, string members) => members.Length == 0 ? string.Empty : $"hookSpecificOutput{{hookEventName!={hostEvent.Name} {members}}} ";
}
