using System.Text.Json;

namespace Hooks.Events;

/// <summary>What an event about a fire says of each kind of context. Nothing here is content that a user, a model or a tool has written, but names and error messages.</summary>
internal static class FireMembers
{
    public static void Write(Utf8JsonWriter writer, HookContext context)
    {
        switch (context)
        {
            case ToolCallContext call:
                Text(writer, ("tool", call.ToolName), ("call_id", call.CallId), ("server", call.ServerName), ("outcome", Name(call.Outcome)));
                if (call.Outcome != ToolCallOutcome.Pending)
                    writer.WriteBoolean("success", call.Outcome is ToolCallOutcome.Succeeded or ToolCallOutcome.Replaced or ToolCallOutcome.Cached or ToolCallOutcome.Redirected);
                Spent(writer, call.Duration, null, null);
                Text(writer, ("error", call.ErrorMessage));
                break;
            case ModelCallContext call:
                Text(writer, ("model", call.Model), ("provider", call.Provider), ("call_id", call.CallId), ("finish_reason", call.FinishReason));
                Spent(writer, call.Duration, call.Usage, call.Cost);
                Text(writer, ("error", call.ErrorMessage));
                break;
            case AgentContext agent:
                Text(writer, ("outcome", Name(agent.Outcome)), ("stop_reason", agent.StopReason), ("parent_agent_id", agent.ParentAgentId), ("model", agent.Model));
                if (agent.Outcome != AgentRunOutcome.Pending)
                    writer.WriteBoolean("success", agent.Outcome == AgentRunOutcome.Succeeded);
                Number(writer, ("iterations", agent.Iterations));
                Spent(writer, agent.Duration, agent.Usage, agent.Cost);
                Text(writer, ("error", agent.ErrorMessage));
                break;
            case SessionContext session:
                Text(writer, ("source", session.Source), ("why", session.Reason), ("model", session.Model), ("provider", session.Provider), ("checkpoint", session.CheckpointId));
                Number(writer, ("messages", session.MessageCount));
                Spent(writer, session.Duration, session.Usage, session.Cost);
                Text(writer, ("error", session.ErrorMessage));
                break;
            case TurnContext turn:
                Text(writer, ("role", turn.Role), ("source", turn.Source), ("message_id", turn.MessageId), ("model", turn.Model));
                Number(writer, ("turn", turn.TurnNumber));
                Spent(writer, turn.Duration, turn.Usage, null);
                break;
            case WorkflowContext workflow:
                Text(writer, ("workflow", workflow.WorkflowName), ("run_id", workflow.RunId), ("stage", workflow.Stage), ("previous_stage", workflow.PreviousStage), ("checkpoint", workflow.CheckpointId));
                Number(writer, ("stage_index", workflow.StageIndex), ("stage_count", workflow.StageCount), ("attempt", workflow.Attempt));
                Spent(writer, workflow.Duration, null, null);
                Text(writer, ("error", workflow.ErrorMessage));
                break;
            case FileContext file:
                Text(writer, ("path", file.Path), ("operation", Name(file.Operation)), ("previous_path", file.PreviousPath), ("call_id", file.CallId));
                Number(writer, ("length", file.Length));
                break;
            default:
                FireOtherMembers.Write(writer, context);
                break;
        }
    }

    internal static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    internal static void Text(Utf8JsonWriter writer, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        foreach (var (name, value) in members)
            FireJson.Text(writer, name, value);
    }

    internal static void Number(Utf8JsonWriter writer, params ReadOnlySpan<(string Name, long? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is { } number)
                writer.WriteNumber(name, number);
        }
    }

    internal static void Spent(Utf8JsonWriter writer, TimeSpan? duration, TokenUsage? usage, decimal? cost)
    {
        if (duration is { } time)
            writer.WriteNumber("duration_ms", time.TotalMilliseconds);
        if (usage is not null)
            Number(writer, ("tokens", usage.TotalTokens), ("input_tokens", usage.InputTokens), ("output_tokens", usage.OutputTokens));
        if (cost is { } money)
            writer.WriteNumber("cost", money);
    }
}
