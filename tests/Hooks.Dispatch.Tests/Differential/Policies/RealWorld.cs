using Hooks.Dispatch.Tests.Scripting;
using Hooks.TestKit;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>A real dispatcher, to which a scenario happens.</summary>
internal sealed class RealWorld : IWorld
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly FakeClock _time = new();
    private readonly DateTimeOffset _start;
    private readonly Scenario _scenario;
    private readonly HookBody _body;
    private readonly HookDispatcher _dispatcher;
    private readonly Dictionary<int, RealFire> _fires = [];

    // Flows with everything that fires lead to, and not with what runs aside from them.
    private readonly AsyncLocal<bool> _isOfFires = new();
    private readonly ListeningToAll? _listeners;
    private Task _disposal = Task.CompletedTask;

    public RealWorld(Scenario scenario, HookProgram program, HookExecutionPath path)
    {
        _scenario = scenario;
        _start = _time.GetUtcNow();
        var clock = new JournalClock(_time, Journal);
        _body = new(scenario.Plan, Journal, clock);
        var options = scenario.Options;
        _dispatcher = program.CreateDispatcher(new HookDispatcherOptions
        {
            ExecutionPath = path,
            TimeProvider = clock,
            DefaultTimeout = options.DefaultTimeout,
            FireTimeout = options.FireTimeout,
            WatchdogTimeout = options.WatchdogTimeout,
            RetryDelay = options.RetryDelay,
            Jitter = () => options.Jitter,
            CircuitBreaker = options.Breaker,
            BackgroundCapacity = options.BackgroundCapacity,
            DrainTimeout = options.DrainTimeout,
            Hooks = options.Hooks,
            OnReport = Report,
        });
        _listeners = options.IsListenedTo ? new() : null;
    }

    public Journal Journal { get; } = new();

    public void AdvanceTo(TimeSpan time) => _time.Advance(_start + time - _time.GetUtcNow());

    public void Do(DispatcherAction action)
    {
        _isOfFires.Value = true;
        Journal.Write($"{_body.Now} {action}");
        switch (action)
        {
            case FireAction fire:
                _fires[fire.Number] = new RealFire(fire, _dispatcher, _body, Journal, _scenario.Hooks);
                _fires[fire.Number].Start();
                break;
            case CancelAction cancel:
                _fires[cancel.Fire].Caller!.Cancel();
                break;
            case ConfigureAction configure:
                _dispatcher.Configure(configure.Hook, configure.Settings);
                break;
            case SwitchAction change:
                Action<string> to = change.To switch { Switch.Disable => _dispatcher.Disable, Switch.Enable => _dispatcher.Enable, Switch.Enforce => _dispatcher.Enforce, _ => _dispatcher.Shadow };
                to(change.Hook);
                break;
            case RegisterAction register:
                Register(register.Hook);
                break;
            case UnregisterAction { Hook: { } name }:
                _dispatcher.Unregister(name);
                break;
            case UnregisterAction:
                _dispatcher.Clear();
                break;
            case ForceAction force:
                Force(_dispatcher.GetHooks().FirstOrDefault(hook => hook.Hook.Name == force.Hook && hook.CircuitBreaker is not null)?.CircuitBreaker, force.To);
                break;
        }
    }

    public void WriteStatus()
    {
        foreach (var status in _dispatcher.GetHooks().Select(Describe).Order(StringComparer.Ordinal))
            Journal.Write(status);

        string Describe(HookStatus hook)
        {
            var breaker = hook.CircuitBreaker is { } circuit ? FireTexts.Breaker(circuit.State, circuit.Failures, circuit.Rejections, circuit.Openings) : "no breaker";
            return FireTexts.Status(SpecOf(hook.Hook), hook.IsEnabled, hook.IsShadow, hook.Waiting, hook.Dropped, hook.Abandoned, breaker);
        }
    }

    public void BeginDisposal(IReadOnlyList<string> busy)
    {
        // A worker that has just ended its last call may not have noted it; its queue would be stopped as one that is busy.
        if (!SpinWait.SpinUntil(() => _dispatcher.GetHooks().All(hook => !hook.IsBusy || busy.Contains(hook.Hook.Name)), Patience))
            Journal.Write("a worker does not come to an end");
        Journal.WriteTimers();
        _disposal = _dispatcher.DisposeAsync().AsTask();
        if (busy.Count == 0 && !_disposal.Wait(Patience))
            Journal.Write("the disposal waits for nothing");
    }

    public void EndDisposal()
    {
        if (!_disposal.Wait(Patience))
            Journal.Write("the disposal does not end");
        WriteStatus();
        foreach (var point in _scenario.Points)
        {
            var fire = _dispatcher.FireAsync(point, point.NewContext(), default);
            var verdict = fire.AsTask().GetAwaiter().GetResult();
            Journal.Write($"{point}: {(verdict.IsCancel ? FireTexts.Disposed : RunTrace.Describe(verdict))}");
        }

        _listeners?.Dispose();
    }

    private static void Force(HookCircuitBreaker? breaker, Force to)
    {
        if (to == Policies.Force.Open)
            breaker?.Open();
        else if (to == Policies.Force.Close)
            breaker?.Close();
        else
            breaker?.Reset();
    }

    private void Register(HookSpec hook)
    {
        var point = hook.Point.Point!.Value;
        var options = new HookRegistrationOptions
        {
            Name = hook.TableName,
            Priority = hook.Priority,
            Tools = hook.Tools,
            OnFailure = hook.OnFailure,
            TimeoutMilliseconds = hook.TimeoutMilliseconds,
            Retries = hook.Retries,
            Background = hook.Background,
            CircuitBreaker = hook.CircuitBreaker,
        };
        _ = hook.Shape switch
        {
            Shape.Void => _dispatcher.Observe<HookContext>(point, context => Scripted.Void(context, hook.TableName), options),
            Shape.ValueTask => _dispatcher.Observe<HookContext>(point, (context, token) => Scripted.ValueTask(context, hook.TableName, token), options),
            Shape.Result => _dispatcher.Register<HookContext>(point, context => Scripted.Result(context, hook.TableName), options),
            _ => _dispatcher.Register<HookContext>(point, (context, token) => Scripted.ValueTaskOfResult(context, hook.TableName, token), options),
        };
    }

    private void Report(HookReport report)
    {
        if (report.Kind == HookReportKind.Refused)
        {
            Journal.WriteAside("expired", $"{_body.Now} {PointOf(report.Point)}");
            return;
        }

        var name = report.Hook!.Name;
        if (report.Kind == HookReportKind.Dropped)
        {
            Journal.WriteAside("dropped " + name, _body.Now);
            return;
        }

        var text = report.Kind switch
        {
            HookReportKind.Failed => FireTexts.Failed(name, report.Attempt, report.Exception!),
            HookReportKind.Rejected => FireTexts.Rejected(name),
            HookReportKind.CircuitChanged => FireTexts.CircuitChanged(name, report.CircuitState!.Value),
            HookReportKind.ResultIgnored => FireTexts.Ignored(name, report.Result),
            HookReportKind.Shadowed => FireTexts.Shadowed(name, RealFire.Describe(report.Result, name)),
            _ => report.ToString(),
        };
        if (_isOfFires.Value)
        {
            Journal.Write(text);
            return;
        }

        if (Environment.CurrentManagedThreadId != _thread)
            _body.MarkBusy();
        Journal.WriteAside(name, text);
    }

    private PointSpec PointOf(HookPointInfo info) => _scenario.Points.Single(point => point.ContextType == info.ContextType && point.Point == info.Point);

    private HookSpec SpecOf(HookDescriptor hook) => _scenario.Hooks.First(spec => spec.TableName == hook.Name && spec.Point == PointOf(hook.Point));
}
