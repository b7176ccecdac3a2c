using System.Text.Json;

namespace Hooks.Commands;

internal static partial class ContextReader
{
    private static SessionContext Session(HostEventContext parent)
    {
        var payload = parent.Payload;
        return new()
        {
            Parent = parent,
            Source = payload.Text("source"),
            Reason = payload.Text("reason"),
            Title = payload.Text("session_title"),
            Model = payload.Text("model"),
            PermissionMode = parent.PermissionMode,
            WorkingDirectory = parent.WorkingDirectory,
            TranscriptPath = parent.TranscriptPath,
            InitialPrompt = payload.Text("initial_prompt", "initialPrompt"),
            ContextTokens = payload.Number("context_tokens"),
        };
    }

    private static TurnContext Prompt(HostEventContext parent)
    {
        var turn = NewTurn(parent);
        turn.Prompt = parent.Payload.Text("prompt") ?? throw new PayloadException($"The payload of {parent.EventName} has no text 'prompt'.");
        return turn;
    }

    private static TurnContext Turn(HostEventContext parent)
    {
        var turn = NewTurn(parent);
        turn.Response = parent.Payload.Text("text", "last-assistant-message") ?? parent.Payload.Text("response");
        turn.Outcome = ToolCallOutcome.Succeeded;
        return turn;
    }

    private static TurnContext NewTurn(HostEventContext parent) => new()
    {
        Parent = parent,
        Role = parent.Payload.Text("prompt") is null ? null : "user",
        Source = parent.Payload.Text("source"),
        Model = parent.Payload.Text("model"),
        PermissionMode = parent.PermissionMode,
        WorkingDirectory = parent.WorkingDirectory,
        TranscriptPath = parent.TranscriptPath,
    };

    private static AgentContext Agent(HostEventContext parent)
    {
        var payload = parent.Payload;
        return new()
        {
            Parent = parent,
            AgentType = parent.AgentName,
            Model = payload.Text("model"),
            PermissionMode = parent.PermissionMode,
            WorkingDirectory = parent.WorkingDirectory,
            TranscriptPath = payload.Text("agent_transcript_path") ?? parent.TranscriptPath,
            Task = payload.Text("task", "prompt"),
            Response = payload.Text("last_assistant_message", "prompt_response") ?? payload.Text("summary"),
            StopReason = payload.Text("stop_reason", "stopReason") ?? payload.Text("status"),
            ContinuationCount = payload.IsTrue("stop_hook_active") ? 1 : (int)Math.Clamp(payload.Number("loop_count") ?? 0, 0, int.MaxValue),
        };
    }

    private static ModelSwitchContext ModelSwitch(HostEventContext parent)
    {
        var payload = parent.Payload;
        return new()
        {
            Parent = parent,
            FromModel = payload.Text("from_model"),
            ToModel = payload.Required("to_model"),
            Source = payload.Text("source"),
            ContextTokens = payload.Number("context_tokens"),
            EstimatedCost = payload.Amount("estimated_cache_write_usd"),
        };
    }

    private static CompactionContext Compaction(HostEventContext parent) => new()
    {
        Parent = parent,
        Trigger = parent.Payload.Text("trigger") == "manual" ? CompactionTrigger.Manual : CompactionTrigger.Automatic,
        Instructions = parent.Payload.Text("custom_instructions", "customInstructions"),
        Summary = parent.Payload.Text("compact_summary"),
        TranscriptPath = parent.TranscriptPath,
    };

    private static SystemContext Configuration(HostEventContext parent) => new()
    {
        Parent = parent,
        Component = parent.Payload.Text("source"),
        FilePath = parent.Payload.Text("file_path"),
        Message = "The settings have changed.",
    };

    private static NotificationContext Notification(HostEventContext parent)
    {
        var payload = parent.Payload;
        return new()
        {
            Parent = parent,
            Message = payload.Text("message") ?? "",
            Title = payload.Text("title"),
            Kind = payload.Text("notification_type", "notificationType"),
            Details = payload.Member("details") is { } details ? details.ValueKind == JsonValueKind.String ? details.GetString() : details.GetRawText() : null,
        };
    }

    private static ErrorContext Error(HostEventContext parent)
    {
        var payload = parent.Payload;
        var error = payload.Member("error");
        var isObject = error?.ValueKind == JsonValueKind.Object;
        return new()
        {
            Parent = parent,
            Message = isObject ? HostPayload.Text(error!.Value, "message") ?? "" : payload.Text("error_details") ?? payload.Text("error") ?? "",
            ErrorType = isObject ? HostPayload.Text(error!.Value, "name") : payload.Text("error"),
            Origin = payload.Text("errorContext", "error_context"),
            IsRecoverable = payload.Member("recoverable")?.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
        };
    }
}
