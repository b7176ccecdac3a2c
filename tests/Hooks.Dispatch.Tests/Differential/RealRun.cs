using System.Threading.Channels;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>One fire of a real dispatcher, traced.</summary>
internal sealed class RealRun
{
    private const string Trail = "trail";
    private readonly Channel<TaskCompletionSource> _gates = Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly RunTrace _trace = new();
    private readonly CancellationTokenSource? _caller;
    private readonly HookContext _context;
    private readonly RandomRun _run;
    private readonly HashSet<string> _asynchronous;

    private RealRun(IReadOnlyList<HookSpec> chain, RandomRun run)
    {
        _run = run;
        _asynchronous = [.. chain.Where(hook => hook.IsAsynchronous).Select(hook => hook.TableName)];
        _caller = run.HasToken ? new() : null;
        if (run.IsCancelled)
            _caller!.Cancel();
        HookContext? parent = null;
        for (var i = 0; i < run.Parents; i++)
            parent = new SessionContext { Parent = parent };
        _context = chain[0].Point.NewContext(run.ToolName, parent);
        _context.Items[Trail] = string.Empty;
        var script = new HookScript();
        foreach (var (hook, step) in run.Steps)
            script.Does(hook, call => Play(call, step));
        script.PutInto(_context);
    }

    private CancellationToken Token => _caller?.Token ?? default;

    public static async Task<RunTrace> FireAsync(TracedDispatcher dispatcher, IReadOnlyList<HookSpec> chain, RandomRun run, bool untyped)
    {
        var real = new RealRun(chain, run);
        dispatcher.Report = real.Report;
        var fire = untyped
            ? dispatcher.Dispatcher.FireUntypedAsync(chain[0].Point, real._context, real.Token)
            : dispatcher.Dispatcher.FireAsync(chain[0].Point, real._context, real.Token);
        var task = fire.AsTask();
        while (!task.IsCompleted)
        {
            var gate = real._gates.Reader.WaitToReadAsync().AsTask();
            await Task.WhenAny(task, gate);
            while (real._gates.Reader.TryRead(out var waiting))
                waiting.SetResult();
        }

        try
        {
            real.Ended(await task);
        }
        catch (Exception error)
        {
            real.Threw(error);
        }

        // A fire that throws a foreign cancellation may end its task either way; await sees the same.
        real._trace.Detail($"{task.Status}");
        return real._trace;
    }

    public static RunTrace Fire(TracedDispatcher dispatcher, IReadOnlyList<HookSpec> chain, RandomRun run)
    {
        var real = new RealRun(chain, run);
        dispatcher.Report = real.Report;
        try
        {
            real.Ended(dispatcher.Dispatcher.Fire(chain[0].Point, real._context, real.Token));
        }
        catch (Exception error)
        {
            real.Threw(error);
        }

        return real._trace;
    }

    private ValueTask<HookResult> Play(HookCall call, Step step)
    {
        var trail = (string)_context.Items[Trail]!;
        _trace.Called(call.Hook, call.Token is not { } token ? "-" : token == default ? "none" : token == Token ? "caller's" : "another", trail);
        if (!ReferenceEquals(call.Context, _context))
            _trace.Detail($"{call.Hook} was given another context");
        if (step.Changes)
            _context.Items[Trail] = trail + call.Hook + ";";
        if (step.Completion is Completion.Gated or Completion.Yielding && _asynchronous.Contains(call.Hook))
            return new(EndLaterAsync(step));
        if (step.Completion == Completion.AtOnce || step.End == StepEnd.Answer)
            return new(End(step));
        CancelCaller(step);
        return step.End == StepEnd.Throw ? ValueTask.FromException<HookResult>(new BoomException())
            : ValueTask.FromCanceled<HookResult>(new CancellationToken(canceled: true));
    }

    private async Task<HookResult> EndLaterAsync(Step step)
    {
        if (step.Completion == Completion.Yielding)
        {
            await Task.Yield();
        }
        else
        {
            var gate = new TaskCompletionSource();
            _gates.Writer.TryWrite(gate);
            await gate.Task;
        }

        return End(step);
    }

    private HookResult End(Step step)
    {
        CancelCaller(step);
        return step.End switch
        {
            StepEnd.Throw => throw new BoomException(),
            StepEnd.ThrowCancellation => throw new OperationCanceledException("secret details of the cancellation"),
            _ => step.Result,
        };
    }

    private void CancelCaller(Step step)
    {
        if (step.CancelsCaller)
            _caller?.Cancel();
    }

    private void Report(HookReport report)
    {
        if (report.Kind == HookReportKind.Failed)
            _trace.Failed(report.Hook!.Name, Name(report.Exception!));
        else if (report.Kind == HookReportKind.ResultIgnored)
            _trace.Ignored(report.Hook!.Name, report.Result);
        else
            _trace.Refused();
        _trace.Detail($"{report} {report.Exception?.GetType()} {report.Exception?.Message}");
    }

    private void Ended(HookResult verdict)
    {
        var decidedBy = _context.DecidedBy?.Name ?? "-";
        _trace.Ended(Describe(verdict, decidedBy), decidedBy, (string)_context.Items[Trail]!);
    }

    private string Describe(HookResult verdict, string decidedBy) =>
        !verdict.IsCancel || _run.Steps.Values.Any(step => ReferenceEquals(step.Result.Reason, verdict.Reason)) ? RunTrace.Describe(verdict)
        : verdict.Reason.Contains("secret", StringComparison.Ordinal) ? "the details of an exception"
        : verdict.Reason.Contains(decidedBy, StringComparison.Ordinal) ? RunTrace.FailureVerdict(decidedBy)
        : RunTrace.RefusedVerdict;

    private void Threw(Exception error)
    {
        if (error is OperationCanceledException && Token.IsCancellationRequested)
            _trace.Cancelled();
        else
            _trace.Threw(Name(error));
        _trace.Detail($"{error.GetType()}: {error.Message}, decided by {_context.DecidedBy?.Name ?? "-"}, left '{_context.Items[Trail]}'");
    }

    private static string Name(Exception error) => error is OperationCanceledException ? nameof(OperationCanceledException) : error.GetType().Name;
}
