namespace Hooks.Commands;

internal sealed partial class EventChain
{
    private async ValueTask<Decision> PromptAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var prompt = turn.Prompt;
        var result = await dispatcher.BeforeTurnAsync(turn, cancellationToken);
        var final = turn.Final;
        var decision = Plain(result, final);
        if (decision.Kind == DecisionKind.None && final.Prompt != prompt)
            decision = new(DecisionKind.Replace, final) { Value = final.Prompt, Reason = "A hook has changed the prompt, and it cannot be sent changed." };
        if (decision.Kind != DecisionKind.Deny)
            await ObserveAsync(HookPoint.MessageReceived, final);
        return decision;
    }

    private async ValueTask<Decision> StopAsync(AgentContext agent, CancellationToken cancellationToken)
    {
        var decision = await StopPointAsync(HookPoint.BeforeAgentStop, agent, cancellationToken);
        if (decision.Kind == DecisionKind.KeepWorking)
            return decision;
        var final = agent.Final;
        if (dispatcher.ShouldFire(HookPoint.AfterTurn))
        {
            await ObserveAsync(HookPoint.AfterTurn, new TurnContext
            {
                Parent = final.Parent,
                Response = final.Response,
                Model = final.Model,
                PermissionMode = final.PermissionMode,
                WorkingDirectory = final.WorkingDirectory,
                TranscriptPath = final.TranscriptPath,
                Outcome = ToolCallOutcome.Succeeded,
                Duration = final.Duration,
                Usage = final.Usage,
            });
        }

        return decision;
    }

    private ValueTask<Decision> SubagentStopAsync(AgentContext agent, CancellationToken cancellationToken) =>
        StopPointAsync(HookPoint.SubagentStop, agent, cancellationToken);

    private async ValueTask<Decision> StopPointAsync(HookPoint point, AgentContext agent, CancellationToken cancellationToken)
    {
        var result = await dispatcher.FireAsync(point, agent, cancellationToken);
        return result.Kind switch
        {
            HookResultKind.Retry => new(DecisionKind.KeepWorking, agent.Final) { Reason = result.Reason ?? "Go on working." },
            HookResultKind.Cancel => new(DecisionKind.Stop, agent.Final) { Reason = result.Reason },
            _ => Plain(result, agent.Final),
        };
    }

    private async ValueTask<Decision> ModelSwitchAsync(ModelSwitchContext change, CancellationToken cancellationToken)
    {
        var model = change.ToModel;
        var decision = Plain(await dispatcher.ModelSwitchAsync(change, cancellationToken), change.Final);
        return decision.Kind == DecisionKind.None && change.Final.ToModel != model
            ? new(DecisionKind.Deny, change.Final) { Reason = $"A hook wants the model '{change.Final.ToModel}' instead." }
            : decision;
    }

    private async ValueTask<Decision> ModelCallAsync(ModelCallContext call, CancellationToken cancellationToken)
    {
        var (model, prompt, messages, options) = (call.Model, call.SystemPrompt, call.Messages.ToArray(), call.Options.Clone());
        var decision = Plain(await dispatcher.BeforeModelCallAsync(call, cancellationToken), call.Final);
        var final = call.Final;
        var isChanged = final.Model != model || final.SystemPrompt != prompt || !final.Messages.SequenceEqual(messages) || !final.Options.DeepEquals(options);
        return decision.Kind != DecisionKind.None ? decision : new(DecisionKind.None, final) { IsChanged = isChanged };
    }

    private async ValueTask<Decision> ModelChunkAsync(StreamChunkContext chunk, CancellationToken cancellationToken)
    {
        var text = chunk.Text;
        var decision = Plain(await dispatcher.ModelStreamChunkAsync(chunk, cancellationToken), chunk.Final);
        return decision.Kind == DecisionKind.None && chunk.Final.Text != text
            ? new(DecisionKind.Replace, chunk.Final) { Value = chunk.Final.Text }
            : decision;
    }
}
