using System.Text.Json;

namespace Hooks.Events;

/// <summary>What an event says of contexts that are not about a run, a call or a file.</summary>
internal static class FireOtherMembers
{
    public static void Write(Utf8JsonWriter writer, HookContext context)
    {
        switch (context)
        {
            case PermissionContext permission:
                FireMembers.Text(writer, ("tool", permission.ToolName), ("call_id", permission.CallId), ("denied_by", permission.DeniedBy));
                break;
            case ErrorContext error:
                FireMembers.Text(writer, ("error", error.Message), ("error_type", error.ErrorType), ("code", error.Code), ("origin", error.Origin), ("severity", FireMembers.Name(error.Severity)));
                if (error.IsRecoverable is { } isRecoverable)
                    writer.WriteBoolean("recoverable", isRecoverable);
                break;
            case StateContext state:
                FireMembers.Text(writer, ("key", state.Key), ("scope", state.Scope), ("error", state.ErrorMessage));
                break;
            case SystemContext system:
                FireMembers.Text(writer, ("component", system.Component), ("severity", FireMembers.Name(system.Severity)), ("category", system.Category), ("setting", system.Setting), ("metric", system.Metric), ("unit", system.Unit));
                if (system.Value is { } value && double.IsFinite(value))
                    writer.WriteNumber("value", value);
                if (system.Limit is { } limit && double.IsFinite(limit))
                    writer.WriteNumber("limit", limit);
                break;
            case BudgetContext budget:
                FireMembers.Text(writer, ("budget", budget.BudgetName), ("unit", budget.Unit), ("model", budget.Model), ("provider", budget.Provider));
                writer.WriteNumber("spent", budget.Spent);
                writer.WriteNumber("limit", budget.Limit);
                break;
            case CompactionContext compaction:
                FireMembers.Text(writer, ("trigger", FireMembers.Name(compaction.Trigger)));
                FireMembers.Number(writer, ("tokens_before", compaction.TokensBefore), ("tokens_after", compaction.TokensAfter), ("messages_before", compaction.MessagesBefore), ("messages_after", compaction.MessagesAfter));
                FireMembers.Spent(writer, compaction.Duration, null, null);
                break;
            case ModelSwitchContext change:
                FireMembers.Text(writer, ("from_model", change.FromModel), ("to_model", change.ToModel), ("from_provider", change.FromProvider), ("to_provider", change.ToProvider));
                break;
            case StreamChunkContext chunk:
                FireMembers.Text(writer, ("model", chunk.Model), ("provider", chunk.Provider), ("call_id", chunk.CallId));
                FireMembers.Number(writer, ("index", chunk.Index));
                break;
            case PromptContext prompt:
                FireMembers.Text(writer, ("model", prompt.Model), ("provider", prompt.Provider));
                FireMembers.Number(writer, ("iteration", prompt.Iteration), ("messages", prompt.Messages?.Count));
                break;
            case ToolDiscoveryContext discovery:
                FireMembers.Number(writer, ("tools", discovery.ToolNames.Count), ("iteration", discovery.Iteration));
                break;
            case JobContext job:
                FireMembers.Text(writer, ("job", job.JobName), ("job_id", job.JobId));
                writer.WriteBoolean("success", job.Succeeded);
                FireMembers.Spent(writer, job.Duration, null, null);
                FireMembers.Text(writer, ("error", job.ErrorMessage));
                break;
            case NotificationContext notification:
                FireMembers.Text(writer, ("kind", notification.Kind), ("severity", FireMembers.Name(notification.Severity)));
                break;
        }
    }
}
