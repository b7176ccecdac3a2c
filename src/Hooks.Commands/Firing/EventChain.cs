using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Fires the points of one event in their order, and makes one decision of what their hooks say.</summary>
/// <param name="dispatcher">The hooks.</param>
internal sealed partial class EventChain(HookDispatcher dispatcher)
{
    public ValueTask<Decision> FireAsync(HostEvent hostEvent, HookContext context, CancellationToken cancellationToken) => hostEvent.Moment switch
    {
        HostMoment.ToolCall => ToolCallAsync((ToolCallContext)context, cancellationToken),
        HostMoment.ToolResult => ToolResultAsync((ToolCallContext)context, cancellationToken),
        HostMoment.ToolFailure => ToolFailureAsync((ToolCallContext)context, cancellationToken),
        HostMoment.PermissionRequest => PermissionAsync((PermissionContext)context, cancellationToken),
        HostMoment.Prompt => PromptAsync((TurnContext)context, cancellationToken),
        HostMoment.Stop => StopAsync((AgentContext)context, cancellationToken),
        HostMoment.SubagentStop => SubagentStopAsync((AgentContext)context, cancellationToken),
        HostMoment.FileEdited => FileEditedAsync((FileContext)context, cancellationToken),
        HostMoment.ModelCall => ModelCallAsync((ModelCallContext)context, cancellationToken),
        HostMoment.ModelChunk => ModelChunkAsync((StreamChunkContext)context, cancellationToken),
        HostMoment.ModelSwitch => ModelSwitchAsync((ModelSwitchContext)context, cancellationToken),
        HostMoment.ToolSelection => ToolSelectionAsync((ToolDiscoveryContext)context, cancellationToken),
        HostMoment.Custom => CustomAsync((CustomHookContext)context, cancellationToken),
        var moment => SingleAsync(Point(moment), context, cancellationToken),
    };

    /// <summary>A point whose answers, if it takes any, are a plain yes or no.</summary>
    private async ValueTask<Decision> SingleAsync(HookPoint point, HookContext context, CancellationToken cancellationToken) =>
        Plain(await dispatcher.FireAsync(point, context, cancellationToken), context.Final);

    private async ValueTask<Decision> CustomAsync(CustomHookContext context, CancellationToken cancellationToken) =>
        Plain(await dispatcher.FireAsync(context, CustomPoints.Of(context), cancellationToken), context.Final);

    /// <summary>What a verdict means where nothing about the point says more.</summary>
    private static Decision Plain(HookResult result, HookContext final) => result.Kind switch
    {
        HookResultKind.Cancel => new(DecisionKind.Deny, final) { Reason = result.Reason },
        HookResultKind.Ask => new(DecisionKind.Ask, final) { Reason = result.Reason },
        HookResultKind.Allow => new(DecisionKind.Allow, final) { Reason = result.Reason },
        HookResultKind.Replace => new(DecisionKind.Replace, final) { Reason = result.Reason, Value = result.Value },
        HookResultKind.Retry => new(DecisionKind.Retry, final) { Reason = result.Reason },
        HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified => new(DecisionKind.None, final),

        // Whatever asks for another way of calling cannot be had from outside of the call.
        _ => new(DecisionKind.Deny, final) { Reason = $"A hook answers {result.Kind}, which only an agent that makes the call itself can carry out." },
    };

    private static HookPoint Point(HostMoment moment) => moment switch
    {
        HostMoment.SessionStart => HookPoint.SessionStart,
        HostMoment.SessionEnd => HookPoint.SessionEnd,
        HostMoment.TurnEnd => HookPoint.AfterTurn,
        HostMoment.MessageSent => HookPoint.MessageSent,
        HostMoment.ToolEnd => HookPoint.AfterToolCall,
        HostMoment.PermissionDenied => HookPoint.PermissionDenied,
        HostMoment.FileChanged => HookPoint.FileChanged,
        HostMoment.SubagentStart => HookPoint.SubagentStart,
        HostMoment.Compaction => HookPoint.BeforeCompaction,
        HostMoment.CompactionEnd => HookPoint.AfterCompaction,
        HostMoment.ConfigurationChange => HookPoint.ConfigurationChange,
        HostMoment.Notification => HookPoint.Notification,
        HostMoment.Error => HookPoint.ErrorOccurred,
        _ => throw new ArgumentOutOfRangeException(nameof(moment), moment, "The moment has no single point."),
    };
}
