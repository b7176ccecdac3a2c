using System.Collections.Concurrent;

namespace Hooks.Pipelines.Tests.Properties;

/// <summary>A script as the dispatcher runs it, with hooks, tools and an approver that also change whatever they can lay hands on.</summary>
internal sealed class CallRun
{
    private const string Evil = "changed behind the guards";

    private readonly CallScript _script;
    private readonly bool _yields;
    private readonly CancellationTokenSource _caller = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentBag<ToolCallContext> _kept = [];
    private readonly List<string> _trace = [];
    private int _events;

    private CallRun(CallScript script, bool yields) => (_script, _yields) = (script, yields);

    public IReadOnlyList<string> Trace => _trace;

    /// <summary>By call id, what the last guard saw.</summary>
    public ConcurrentDictionary<string, string> Judged { get; } = new();

    /// <summary>Each call of a tool: the call's id, and the argument that it was given.</summary>
    public ConcurrentQueue<(string Id, string? Text)> Calls { get; } = new();

    /// <summary>Each end that was observed: the call's id and outcome.</summary>
    public ConcurrentQueue<(string Id, ToolCallOutcome Outcome)> Ends { get; } = new();

    /// <summary>The ids of all calls that any hook has seen.</summary>
    public ConcurrentDictionary<string, bool> Seen { get; } = new();

    public static async Task<CallRun> OfAsync(CallScript script, bool yields)
    {
        var run = new CallRun(script, yields);
        await run.RunAsync();
        return run;
    }

    private async Task RunAsync()
    {
        await using var dispatcher = new HookDispatcher(new EmptyTable(), new()
        {
            DefaultTimeout = Timeout.InfiniteTimeSpan,
            TimeProvider = new FakeClock(),
            Pipeline = new() { MaxAttempts = _script.MaxAttempts, MaxRedirects = _script.MaxRedirects, Approver = _script.Approver is null ? null : new Approver(ApproveAsync) },
        });
        for (var i = 0; i < _script.Hooks.Count; i++)
            Register(dispatcher, _script.Hooks[i], $"hook {i}");
        dispatcher.Observe<ToolCallContext>(HookPoint.BeforeToolCall, call => Judged[call.CallId!] = call.Arguments.GetString("text")!, new() { Priority = HookPriority.Lowest });
        dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, Observe);
        dispatcher.Observe<ErrorContext>(HookPoint.ErrorOccurred, context => Add($"error {((ToolCallContext)context.Parent!).ToolName}"));
        dispatcher.Observe<ErrorContext>(HookPoint.ErrorRecovered, context => Add($"recovered {((ToolCallContext)context.Parent!).ToolName}"));
        for (var i = 1; i <= _script.Times; i++)
        {
            var call = new ToolCallContext { ToolName = "a", CallId = $"{i}", SessionId = "s", IsIdempotent = _script.IsIdempotent, Arguments = { ["text"] = "x" } };
            try
            {
                var final = await dispatcher.InvokeToolAsync(call, InvokeAsync, _caller.Token);
                Add($"= {Shown(final)}");
            }
            catch (OperationCanceledException) when (_caller.IsCancellationRequested)
            {
                Add("= cancelled");
            }
            catch (Exception error) when (error is FormatException or InvalidOperationException)
            {
                // What a hook threw, or that its answer cannot be carried out.
                Add("= thrown");
            }
        }
    }

    private void Register(HookDispatcher dispatcher, HookScript hook, string name)
    {
        var options = new HookRegistrationOptions { Name = name, Tools = hook.Tool, OnFailure = hook.OnFailure };
        if (hook.Point is HookPoint.PermissionRequest or HookPoint.PermissionDenied)
            dispatcher.Register<PermissionContext>(hook.Point, (context, token) => AnswerAsync(hook, name, () => context.Arguments["text"] = $"{context.Arguments.GetString("text")}{name}", token), options);
        else
            dispatcher.Register<ToolCallContext>(hook.Point, (context, token) => AnswerAsync(hook, name, () => Change(hook.Point, context, name), token, context), options);
    }

    private async ValueTask<HookResult> AnswerAsync(HookScript hook, string name, Action change, CancellationToken token, ToolCallContext? call = null)
    {
        if (_yields)
            await Task.Yield();
        if (call is not null)
        {
            Seen[call.CallId!] = true;
            _kept.Add(call);
        }

        Happen(token);
        if (hook.Changes)
            change();
        var answer = hook.Answers[Math.Min(Count(name), hook.Answers.Length - 1)];
        return answer.Kind switch
        {
            Say.Continue => HookResult.Continue,
            Say.Skipped => HookResult.Skipped,
            Say.Modified => HookResult.Modified,
            Say.Cancel => HookResult.Cancel("reason"),
            Say.Ask => HookResult.Ask(),
            Say.Allow => HookResult.Allow(),
            Say.Replace => HookResult.Replace("replacement"),
            Say.Redirect => HookResult.Redirect(answer.Targets),
            Say.Retry => HookResult.Retry(maxAttempts: answer.Count),
            Say.Fork => HookResult.Fork([.. answer.Targets.Select(target => new HookBranch(target.ToString()))], answer.Merge),
            Say.Cache => HookResult.Cache(TimeSpan.FromHours(1)),
            _ => throw new FormatException(),
        };
    }

    private static void Change(HookPoint point, ToolCallContext call, string name)
    {
        call.Arguments["text"] = $"{call.Arguments.GetString("text")}{name}";
        if (point == HookPoint.ToolResultReady)
            call.Result = $"{call.Result}+";
    }

    private async ValueTask<HookApproval> ApproveAsync(HookApprovalRequest request, CancellationToken token)
    {
        if (_yields)
            await Task.Yield();
        var answers = _script.Approver!;
        var answer = answers[Math.Min(Count("approver"), answers.Length - 1)];
        Happen(token);
        ((ToolCallContext)request.Context).Arguments["text"] = Evil;
        Spoil();
        return answer switch
        {
            Approving.Yes => HookApproval.Approve(),
            Approving.No => HookApproval.Deny("reason"),
            _ => throw new FormatException(),
        };
    }

    private async ValueTask<object?> InvokeAsync(ToolCallContext call, CancellationToken token)
    {
        Calls.Enqueue((call.CallId!, call.Arguments.GetString("text")));
        Add($"call {call.ToolName} {call.Arguments.GetString("text")}");
        if (_yields)
            await Task.Yield();
        var results = _script.Tools[call.ToolName];
        var number = Count(call.ToolName);
        Happen(token);
        call.Arguments["text"] = Evil;
        Spoil();
        return results[Math.Min(number, results.Length - 1)] ? $"{call.ToolName}{number}" : throw new InvalidOperationException("broken");
    }

    private void Observe(ToolCallContext call)
    {
        Ends.Enqueue((call.CallId!, call.Outcome));
        Add($"after {call.ToolName} {Shown(call)}");
    }

    private void Happen(CancellationToken token)
    {
        if (Interlocked.Increment(ref _events) != _script.CancelAt)
            return;
        _caller.Cancel();
        if (_script.CancelStops)
            throw new OperationCanceledException(token);
    }

    // Where several threads write at a time this is a race that a host would have to thank itself for.
    private void Spoil()
    {
        if (_yields && _script.Forks)
            return;
        foreach (var call in _kept)
            call.Final.Arguments["text"] = Evil;
    }

    private int Count(string what) => _counts.AddOrUpdate(what, 1, static (_, count) => count + 1) - 1;

    private void Add(string line)
    {
        lock (_trace)
            _trace.Add(line);
    }

    private static string Shown(ToolCallContext call) => $"{call.Outcome} {Shown(call.Result)}";

    // Reasons stand in the place of results that are withheld; the model knows nothing of their words.
    private static string? Shown(object? result) => result switch
    {
        object?[] all => $"[{string.Join(' ', all.Select(Shown))}]",
        "reason" => "",
        string text when text.StartsWith("the hook '", StringComparison.Ordinal) => "",
        var other => other?.ToString(),
    };
}
