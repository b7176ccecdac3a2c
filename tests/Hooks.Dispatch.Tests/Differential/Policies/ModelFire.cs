using Hooks.Dispatch.Tests.Scripting;
using Hooks.Dispatch.Tests.Tools;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>What every fire made from one action shares, those aside from it too.</summary>
internal sealed record ModelFireSource(FireAction Action, CancellationTokenSource? Caller)
{
    private readonly Dictionary<string, int> _attempts = [];

    public CancellationToken Token => Caller?.Token ?? default;

    public int NextAttempt(string hook) => _attempts[hook] = _attempts.GetValueOrDefault(hook) + 1;
}

/// <summary>DESIGN.md 6.2 to 6.4 and 6.6, read as plainly as possible: one fire, hook by hook.</summary>
internal sealed class ModelFire(ModelWorld world, IReadOnlyList<ModelPolicy> hooks, ModelFireSource source, ModelContext context, CancellationToken token)
{
    private readonly DateTimeOffset? _deadline = world.Options.FireTimeout is { } limit ? world.Clock.GetUtcNow() + limit : null;
    private HookResult _verdict;
    private string _text = RunTrace.Describe(default);
    private bool _hasEnded;
    private bool _isOver;

    /// <summary>Whether nobody waits for this fire.</summary>
    public bool IsAside { get; init; }

    /// <summary>The context with which the fire went on.</summary>
    public ModelContext Context { get; private set; } = context;

    private bool IsOver => _isOver || world.Clock.GetUtcNow() >= _deadline;

    private TimeSpan TimeLeft => _deadline is { } deadline ? TimeSpan.FromMilliseconds(Math.Ceiling((deadline - world.Clock.GetUtcNow()).TotalMilliseconds)) : TimeSpan.MaxValue;

    /// <returns>The verdict in words, and whether it is no more than Continue.</returns>
    public async Task<(string Verdict, bool IsContinue)> RunAsync()
    {
        foreach (var hook in hooks.Where(hook => hook.Spec.Tools is null || NaiveMatcher.Matches(hook.Spec.Tools, source.Action.ToolName)))
        {
            await RunAsync(hook);
            if (_hasEnded)
                break;
        }

        if (!_hasEnded && IsOver)
            Expire();
        return (_text, _text == RunTrace.Describe(default));
    }

    private async Task RunAsync(ModelPolicy hook)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (IsOver)
            {
                Expire();
                return;
            }

            if (hook.Queue is { } queue)
            {
                queue.Add(hook, source, Context);
                return;
            }

            var ticket = hook.Breaker is { } breaker ? breaker.Enter(state => Changed(hook, state)) : new();
            if (ticket is null)
            {
                Report(hook, FireTexts.Rejected(hook.Name));
                Decide(hook, FireTexts.RejectionOf(hook.Name), new InvalidOperationException());
                return;
            }

            if (await CallAsync(hook, attempt, ticket) is not { } failure)
                return;
            hook.Breaker?.Failed(ticket, state => Changed(hook, state));
            Report(hook, FireTexts.Failed(hook.Name, attempt, failure));
            if (attempt > hook.Retries || IsOver)
            {
                // Once the time of the fire is over it denies, whatever the hook's policy.
                if (!_isOver || hook.OnFailure != HookFailurePolicy.Throw)
                    Decide(hook, FireTexts.FailureOf(hook.Name), failure);
                if (_isOver && !_hasEnded)
                    Expire();
                return;
            }

            token.ThrowIfCancellationRequested();
            if (!source.Action.IsSynchronous || IsAside)
                await WaitAsync(attempt);
        }
    }

    /// <returns>The failure; null if the hook has answered.</returns>
    private async Task<Exception?> CallAsync(ModelPolicy hook, int attempt, object ticket)
    {
        using var own = hook.HasOwnToken ? CancellationTokenSource.CreateLinkedTokenSource(token) : null;
        var answer = default(HookResult);
        var isSlow = false;
        try
        {
            var (began, slow) = (world.Clock.GetUtcNow(), hook.Breaker?.Figures.SlowCallDuration);
            var body = world.CallBody(hook.Spec, source, Context, own?.Token ?? token, IsAside).AsTask();
            if (!body.IsCompleted)
            {
                if (!await IsInTimeAsync(body, hook))
                {
                    Context = Context.Supersede();
                    own?.Cancel();
                    return new TimeoutException();
                }

                isSlow = world.Clock.GetUtcNow() - began >= slow;
            }

            answer = hook.Spec.GivesVerdict ? await body : await Void(body);
            if (((int)hook.Spec.Point.Allowed >> (int)answer.Kind & 1) == 0 && hook.Spec.GivesVerdict)
                return new InvalidOperationException();
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            hook.Breaker?.Cancelled(ticket);
            throw;
        }
        catch (Exception error)
        {
            return error;
        }

        Fold(hook, answer);
        if (isSlow)
            hook.Breaker?.Failed(ticket, state => Changed(hook, state));
        else
            hook.Breaker?.Succeeded(ticket, state => Changed(hook, state));
        return null;
    }

    private static async Task<HookResult> Void(Task<HookResult> body)
    {
        await body;
        return default;
    }

    private async Task<bool> IsInTimeAsync(Task body, ModelPolicy hook)
    {
        var limit = hook.Timeout ?? world.Options.DefaultTimeout;
        if (limit == Timeout.InfiniteTimeSpan)
            limit = TimeSpan.MaxValue;
        var isOfFire = TimeLeft < limit;
        limit = isOfFire ? TimeLeft : limit;
        if (limit == TimeSpan.MaxValue)
            await Task.WhenAny(body);
        else
            await Task.WhenAny(body, world.After(limit));
        _isOver |= !body.IsCompleted && (isOfFire || IsOver);
        return body.IsCompleted;
    }

    private async Task WaitAsync(int attempt)
    {
        var wait = TimeSpan.FromMilliseconds(Math.Floor((world.Options.RetryDelay * attempt * (1 + (0.25 * world.Options.Jitter))).TotalMilliseconds));
        _isOver |= TimeLeft <= wait;
        var cancelled = new TaskCompletionSource();
        await using var registration = token.UnsafeRegister(_ => cancelled.TrySetCanceled(token), null);
        await await Task.WhenAny(cancelled.Task, world.After(TimeLeft < wait ? TimeLeft : wait));
    }

    private void Fold(ModelPolicy hook, HookResult answer)
    {
        if (Rank(answer) > Rank(_verdict))
        {
            _verdict = answer;
            _text = RunTrace.Describe(answer);
            Context.DecidedBy = Rank(answer) > 1 ? hook.Name : Context.DecidedBy;
        }
        else if (Rank(answer) > 1)
        {
            Report(hook, FireTexts.Ignored(hook.Name, answer));
        }

        _hasEnded = answer.Kind == HookResultKind.Cancel;
    }

    private void Changed(ModelPolicy hook, HookCircuitState state) => Report(hook, FireTexts.CircuitChanged(hook.Name, state));

    private void Report(ModelPolicy hook, string report) => world.Report(hook.Name, report, IsAside);

    private void Decide(ModelPolicy hook, string cancelled, Exception failure)
    {
        if (hook.OnFailure == HookFailurePolicy.Throw)
            throw failure;
        if (hook.OnFailure == HookFailurePolicy.Continue)
            return;
        _text = cancelled;
        Context.DecidedBy = hook.Name;
        _hasEnded = true;
    }

    private void Expire()
    {
        world.ReportExpired(hooks[0].Spec.Point);
        _hasEnded = true;
        if (!hooks[0].Spec.Point.IsBlocking)
            return;
        _text = FireTexts.TookTooLong;
        Context.DecidedBy = null;
    }

    // Cancel over Ask over anything else that stops (Allow among them) over Modified over Continue and Skipped.
    private static int Rank(HookResult result) => result.Kind switch
    {
        HookResultKind.Continue or HookResultKind.Skipped => 0,
        HookResultKind.Modified => 1,
        HookResultKind.Cancel => 4,
        HookResultKind.Ask => 3,
        _ => 2,
    };
}
