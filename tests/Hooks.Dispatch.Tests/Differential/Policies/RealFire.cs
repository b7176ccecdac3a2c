using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>One fire of a real dispatcher; what becomes of it goes into the journal.</summary>
internal sealed class RealFire
{
    private readonly Dictionary<string, int> _attempts = [];
    private readonly FireAction _action;
    private readonly HookDispatcher _dispatcher;
    private readonly HookBody _body;
    private readonly Journal _journal;
    private readonly HookContext _context;

    public RealFire(FireAction action, HookDispatcher dispatcher, HookBody body, Journal journal, IEnumerable<HookSpec> hooks)
    {
        (_action, _dispatcher, _body, _journal) = (action, dispatcher, body, journal);
        Caller = action.HasToken ? new() : null;
        if (action.IsCancelled)
            Caller!.Cancel();
        _context = action.Point.NewContext(action.ToolName);
        var script = new HookScript();
        foreach (var hook in hooks.Where(hook => hook.Point == action.Point))
            script.Does(hook.TableName, call => Play(call, hook));
        script.PutInto(_context);
    }

    public CancellationTokenSource? Caller { get; }

    private CancellationToken Token => Caller?.Token ?? default;

    /// <summary>Fires; the journal gets the outcome when it is there.</summary>
    public void Start() => _ = _action.IsSynchronous ? FollowAsync(FireNow) : FollowAsync(FireAsync);

    public static string Describe(HookResult verdict, string decidedBy) =>
        !verdict.IsCancel || PolicyStep.IsReasonOfHook(verdict.Reason) ? RunTrace.Describe(verdict)
        : verdict.Reason == $"the hook '{decidedBy}' failed" ? FireTexts.FailureOf(decidedBy)
        : verdict.Reason == $"the hook '{decidedBy}' failed too often and is not called" ? FireTexts.RejectionOf(decidedBy)
        : verdict.Reason.Contains("took longer than", StringComparison.Ordinal) ? FireTexts.TookTooLong
        : verdict.Reason;

    private ValueTask<HookResult> FireNow() => new(_dispatcher.Fire(_action.Point, _context, Token));

    private ValueTask<HookResult> FireAsync() => _action.Number % 7 == 0
        ? _dispatcher.FireUntypedAsync(_action.Point, _context, Token)
        : _dispatcher.FireAsync(_action.Point, _context, Token);

    private async Task FollowAsync(Func<ValueTask<HookResult>> fire)
    {
        try
        {
            var verdict = await fire().ConfigureAwait(false);
            var decidedBy = _context.DecidedBy?.Name ?? "-";
            var final = _context.Final;
            if (final.DecidedBy != _context.DecidedBy)
                decidedBy += $", or {final.DecidedBy?.Name ?? "-"}";
            _journal.Write(FireTexts.Ended(_action.Number, Describe(verdict, decidedBy), decidedBy, !ReferenceEquals(final, _context), Read(final)));
        }
        catch (OperationCanceledException) when (Token.IsCancellationRequested)
        {
            _journal.WriteCancelled(_body.Now, _action.Number);
        }
        catch (Exception error)
        {
            _journal.Write(FireTexts.Threw(_action.Number, error));
        }
    }

    private ValueTask<HookResult> Play(HookCall call, HookSpec hook)
    {
        int attempt;
        lock (_attempts)
            attempt = _attempts[call.Hook] = _attempts.GetValueOrDefault(call.Hook) + 1;
        var isAside = !ReferenceEquals(call.Context, _context.Final);
        return _body.Run(new(hook, _action.Number, attempt, isAside, call.Token)
        {
            Caller = Token,
            CancelCaller = () => Caller?.Cancel(),
            IsLeftBehind = () => !ReferenceEquals(call.Context, call.Context.Final),
            Read = () => Read(call.Context),
            Write = call.Context.AddContext,
        });
    }

    private static string Read(HookContext context) => string.Join(';', context.AddedContext);
}
