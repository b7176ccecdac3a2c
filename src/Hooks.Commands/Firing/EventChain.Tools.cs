namespace Hooks.Commands;

internal sealed partial class EventChain
{
    private async ValueTask<Decision> ToolCallAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        var judged = call.Arguments.Clone();
        var result = await dispatcher.ToolValidationAsync(call, cancellationToken);
        if (result.Kind != HookResultKind.Cancel)
            result = await dispatcher.BeforeToolCallAsync(call.Final, cancellationToken);
        var final = call.Final;
        var decision = Decide(result, final, judged);
        if (decision.Kind == DecisionKind.Deny)
        {
            final.Outcome = ToolCallOutcome.Denied;
            final.ErrorMessage = decision.Reason;
            await ObserveAsync(HookPoint.AfterToolCall, final);
        }

        return decision;
    }

    private static Decision Decide(HookResult result, ToolCallContext final, HookArguments judged)
    {
        var changed = final.Arguments.DeepEquals(judged) ? null : final.Arguments;
        return result.Kind switch
        {
            HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified or HookResultKind.Ask
                when changed is not null && Contradiction(final.ToolName, final.ServerName, judged, changed) is { } reason => new(DecisionKind.Deny, final) { Reason = reason },
            HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified => new(DecisionKind.None, final) { Arguments = changed },
            HookResultKind.Ask => new(DecisionKind.Ask, final) { Reason = result.Reason, Arguments = changed },
            HookResultKind.Redirect => new(DecisionKind.Deny, final) { Reason = result.Reason ?? $"Use the tool '{result.Target}' instead." },

            // The agent makes the call, and says of no tool that it may be called more than once.
            HookResultKind.Retry or HookResultKind.Fork or HookResultKind.Cache => Decision.Failed(final),
            _ => Plain(result, final),
        };
    }

    /// <summary>
    /// Why changed arguments would not do what the hook means, as when it has written a path beside the one that the agent goes by under
    /// another name; null if nothing speaks against them.
    /// </summary>
    private static string? Contradiction(string tool, string? server, HookArguments judged, HookArguments changed) =>
        ToolActReader.Read(tool, server, changed) is UnreadableAct act && ToolActReader.Read(tool, server, judged) is not UnreadableAct
            ? $"A hook has changed the arguments so that they make no sense: {act.Reason}."
            : null;

    private async ValueTask<Decision> ToolResultAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        var judged = PlainValue.Clone(call.Result);
        var asMade = (ToolCallContext)call.Copy();
        var result = await dispatcher.ToolResultReadyAsync(call, cancellationToken);
        var final = call.Final;
        Decision decision;
        if (result.Kind is HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified)
        {
            var isChanged = !PlainValue.DeepEquals(PlainValue.From("result", final.Result, 1), judged);
            decision = isChanged ? new(DecisionKind.Replace, final) { Value = final.Result } : new(DecisionKind.None, final);
        }
        else
        {
            decision = Plain(result, final);
        }

        if (decision.Kind == DecisionKind.Replace)
            final.Result = decision.Value;
        else if (decision.Kind == DecisionKind.Deny)
            final.Result = decision.Reason;
        final.Outcome = decision.Kind switch
        {
            DecisionKind.Deny => ToolCallOutcome.Withheld,
            DecisionKind.Replace when result.Kind == HookResultKind.Replace => ToolCallOutcome.Replaced,
            _ => ToolCallOutcome.Succeeded,
        };
        await ObserveAsync(HookPoint.AfterToolCall, final);
        if (dispatcher.IsFileHooked)
            await dispatcher.TellOfFilesAsync(final.Final as ToolCallContext ?? final, asMade);
        return decision;
    }

    private async ValueTask<Decision> ToolFailureAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        call.Outcome = ToolCallOutcome.Failed;
        var result = await dispatcher.ToolErrorAsync(call, cancellationToken);
        var final = call.Final;
        await ObserveAsync(HookPoint.AfterToolCall, final);
        return result.Kind == HookResultKind.Cancel ? new(DecisionKind.None, final) : Plain(result, final);
    }

    private async ValueTask<Decision> PermissionAsync(PermissionContext request, CancellationToken cancellationToken)
    {
        var judged = request.Arguments.Clone();
        var result = await dispatcher.PermissionRequestAsync(request, cancellationToken);
        var final = request.Final;
        var changed = final.Arguments.DeepEquals(judged) ? null : final.Arguments;
        var decision = Plain(result, final);
        if (changed is null)
            return decision;
        return decision.Kind != DecisionKind.Deny && Contradiction(final.ToolName, final.ServerName, judged, changed) is { } reason
            ? new(DecisionKind.Deny, final) { Reason = reason }
            : new(decision.Kind, final) { Reason = decision.Reason, Arguments = changed };
    }

    private async ValueTask<Decision> ToolSelectionAsync(ToolDiscoveryContext discovery, CancellationToken cancellationToken)
    {
        var offered = discovery.ToolNames.Count;
        var decision = Plain(await dispatcher.BeforeToolDiscoveryAsync(discovery, cancellationToken), discovery.Final);
        var final = discovery.Final;
        return decision.Kind != DecisionKind.None ? decision
            : new(DecisionKind.None, final) { IsChanged = final.IsNarrowed && (final.IsOfferUnknown || final.ToolNames.Count != offered) };
    }

    private async ValueTask<Decision> FileEditedAsync(FileContext file, CancellationToken cancellationToken)
    {
        await dispatcher.FireAsync(HookPoint.FileEdit, file, cancellationToken);
        await dispatcher.FireAsync(HookPoint.FileChanged, file.Final, cancellationToken);
        return new(DecisionKind.None, file.Final);
    }

    /// <summary>Tells those who look on. What goes wrong there is reported by the dispatcher, and changes no decision.</summary>
    private async ValueTask ObserveAsync(HookPoint point, HookContext context)
    {
        try
        {
            await dispatcher.FireAsync(point, context, CancellationToken.None);
        }
        catch (Exception)
        {
            // A hook that asked for its failure to be thrown; the dispatcher has reported it.
        }
    }
}
