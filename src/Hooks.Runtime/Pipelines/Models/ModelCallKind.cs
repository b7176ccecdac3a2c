namespace Hooks;

/// <summary>Calls of models.</summary>
internal class ModelCallKind : CallKind<ModelCallContext>
{
    protected ModelCallKind()
    {
    }

    public static ModelCallKind Instance { get; } = new();

    public override string Noun => "model";

    public override string Origin => "model_call";

    public override HookPoint Before => HookPoint.BeforeModelCall;

    public override HookPoint? ResultReady => HookPoint.AfterModelCall;

    public override string? TargetOf(ModelCallContext context) => context.Model;

    public override object? ResultOf(ModelCallContext context) =>
        ModelAnswer.Read(context, context.Response) is var answer && answer.IsEmpty ? null : answer;

    public override object? Unspent(object? result) => result is ModelAnswer answer ? answer with { Usage = null, Cost = null } : result;

    public override object? InPlace(object? value, ModelCallContext context) => context is { Usage: null, Cost: null }
        ? value
        : (ModelAnswer.Of(value) ?? ModelAnswer.Empty) with { Usage = context.Usage, Cost = context.Cost };

    public override Exception? ErrorOf(ModelCallContext context) => context.Error;

    public override string? ErrorMessageOf(ModelCallContext context) => context.ErrorMessage;

    public override void Write(ModelCallContext context, in CallEnd end)
    {
        var answer = ModelAnswer.Of(end.Result);
        context.Outcome = end.Outcome;
        context.Response = answer?.Response;
        context.ResponseText = answer?.Text;
        context.RequestedTools = answer?.RequestedTools;
        context.FinishReason = answer?.FinishReason;
        context.Usage = answer?.Usage;
        context.Cost = answer?.Cost;
        context.Error = end.Error;
        context.ErrorMessage = end.Message;
    }

    public override void WriteDuration(ModelCallContext context, TimeSpan duration) => context.Duration = duration;

    public override ModelCallContext Instead(ModelCallContext judged, ModelCallContext parent, string target, HookArguments? arguments, int number)
    {
        var call = new ModelCallContext
        {
            Parent = parent,
            Model = target,
            Provider = judged.Provider,
            SystemPrompt = judged.SystemPrompt,
            Messages = [.. judged.Messages],
            Options = (arguments ?? judged.Options).Clone(),
            ToolNames = judged.ToolNames,
            ContentKey = judged.ContentKey,
            CallId = judged.CallId is { } id ? $"{id}/{number}" : null,
            Iteration = judged.Iteration,
            IsStreaming = judged.IsStreaming,
        };
        foreach (var (key, value) in judged.Items)
            call.Items[key] = value;
        return call;
    }

    public override string? CacheKeyOf(ModelCallContext judged, HookCache policy) => CallKey.Of(judged, policy);

    public override async ValueTask<(ModelCallContext Instead, HookResult Verdict)> SwitchAsync(
        HookDispatcher dispatcher, ModelCallContext judged, ModelCallContext instead, CancellationToken cancellationToken)
    {
        if (instead.Model == judged.Model || (!dispatcher.ShouldFire(HookPoint.ModelSwitch) && !dispatcher.ShouldFire(HookPoint.ProviderSwitch)))
            return (instead, HookResult.Continue);
        var change = new ModelSwitchContext
        {
            Parent = instead,
            FromModel = judged.Model,
            ToModel = instead.Model,
            FromProvider = judged.Provider,
            ToProvider = instead.Provider,
            Source = "redirect",
        };
        var verdict = await dispatcher.ModelSwitchAsync(change, cancellationToken).ConfigureAwait(false);
        change = change.Final;
        if (verdict.Kind == HookResultKind.Ask
            && await dispatcher.ApproveAsync(HookPoint.ModelSwitch, change.Copy(), verdict.Reason, change.DecidedBy, cancellationToken).ConfigureAwait(false) is { } denial)
        {
            verdict = HookResult.Cancel(denial);
        }

        if (verdict.IsCancel)
        {
            instead.DecidedBy = change.DecidedBy;
            return (instead, verdict);
        }

        foreach (var text in change.AddedContext)
            instead.AddContext(text);
        instead.Model = change.ToModel;
        instead.Provider = change.ToProvider;
        if (change.ToProvider != change.FromProvider)
            await dispatcher.ProviderSwitchAsync(change, cancellationToken).ConfigureAwait(false);
        return (instead, HookResult.Continue);
    }
}
