using Hooks.Dispatch.Tests.Scripting;
using Hooks.TestKit;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>A dispatcher as DESIGN.md 6.1 to 6.7 describe it, with nothing of the real one but results and settings.</summary>
internal sealed class ModelWorld : IWorld
{
    private readonly FakeClock _time = new();
    private readonly DateTimeOffset _start;
    private readonly Scenario _scenario;
    private readonly HookBody _body;
    private readonly List<ModelHook> _hooks;
    private readonly List<ModelHook> _gone = [];
    private readonly Dictionary<string, HookSettings> _settings;
    private readonly Dictionary<int, CancellationTokenSource> _callers = [];
    private readonly List<PointSpec> _underWay = [];

    public ModelWorld(Scenario scenario)
    {
        _scenario = scenario;
        _start = _time.GetUtcNow();
        Clock = new JournalClock(_time, Journal);
        _body = new(scenario.Plan, Journal, Clock);
        _settings = new(scenario.Options.Hooks, StringComparer.Ordinal);
        _hooks = [.. scenario.Compiled.GroupBy(hook => hook.Point).SelectMany(NaiveModel.Order).Select(hook => new ModelHook(hook, this))];
    }

    public Journal Journal { get; } = new();

    public TimeProvider Clock { get; }

    public ScenarioOptions Options => _scenario.Options;

    /// <summary>When something happens by itself.</summary>
    public TimeSpan? NextEvent => _time.NextTimer - _start;

    public void AdvanceTo(TimeSpan time) => _time.Advance(_start + time - _time.GetUtcNow());

    /// <summary>Whether it can be done, and seen: a hook that begins to run aside, or ends to, must not do both at once.</summary>
    public bool Accepts(DispatcherAction action) => action switch
    {
        ConfigureAction configure => MayBecome(configure.Hook, configure.Settings),
        SwitchAction change => MayBecome(change.Hook, Switched(change)),
        UnregisterAction { Hook: { } name } => Find(name) is not null,
        ForceAction force => Find(force.Hook) is not null,
        CancelAction cancel => _callers.ContainsKey(cancel.Fire),
        _ => true,
    };

    public void Do(DispatcherAction action)
    {
        Journal.Write($"{_body.Now} {action}");
        switch (action)
        {
            case FireAction fire:
                Fire(fire);
                break;
            case CancelAction cancel:
                _callers[cancel.Fire].Cancel();
                break;
            case ConfigureAction { Settings: { } settings } configure:
                _settings[configure.Hook] = settings;
                break;
            case ConfigureAction configure:
                _settings.Remove(configure.Hook);
                break;
            case SwitchAction change:
                _settings[change.Hook] = Switched(change);
                break;
            case RegisterAction register:
                _hooks.Add(new(register.Hook, this));
                break;
            case UnregisterAction unregister:
                var gone = _hooks.FindAll(hook => _scenario.Registered.Contains(hook.Spec) && (unregister.Hook is null || hook.Name == unregister.Hook));
                _gone.AddRange(gone);
                _hooks.RemoveAll(gone.Contains);
                break;
            case ForceAction force:
                Find(force.Hook)!.BreakerOf(_settings.GetValueOrDefault(force.Hook))?.Force(force.To);
                break;
        }
    }

    public void WriteStatus()
    {
        foreach (var hook in _hooks.OrderBy(hook => hook.Name, StringComparer.Ordinal))
            hook.WriteStatus(_settings.GetValueOrDefault(hook.Name));
    }

    /// <summary>Whether nothing runs or waits aside.</summary>
    public bool IsIdle => _hooks.Concat(_gone).All(hook => !hook.IsBusy);

    /// <summary>Whether the queues take nothing more.</summary>
    public bool IsDisposed { get; private set; }

    public void BeginDisposal(bool isIdle)
    {
        IsDisposed = true;
        _ = StopAsync();
    }

    public void EndDisposal()
    {
        WriteStatus();
        foreach (var point in _scenario.Points)
            Journal.Write($"{point}: {(point.IsBlocking ? FireTexts.Disposed : RunTrace.Describe(default))}");
    }

    public Task After(TimeSpan time)
    {
        var source = new TaskCompletionSource();
        _ = Clock.CreateTimer(_ => source.TrySetResult(), null, time, Timeout.InfiniteTimeSpan);
        return source.Task;
    }

    public ValueTask<HookResult> CallBody(ModelPolicy hook, ModelFireSource source, ModelContext context, CancellationToken token, bool isAside) =>
        _body.Run(new(hook.Name, source.Action.Number, source.NextAttempt(hook.Name), isAside, hook.Spec.IsAsynchronous, hook.Spec.TakesToken ? token : null)
        {
            Caller = source.Token,
            CancelCaller = () => source.Caller?.Cancel(),
            Read = context.Read,
            Write = context.Write,
        });

    public void Report(ModelHook hook, string report)
    {
        if (Scenario.AsideOf(hook.Spec, _settings.GetValueOrDefault(hook.Name)) == RunsAside.No)
            Journal.Write(report);
        else
            Journal.WriteAside(hook.Name, report);
    }

    public void ReportDropped(ModelHook hook) => Journal.WriteAside("dropped " + hook.Name, _body.Now);

    public void ReportExpired(PointSpec point) => Journal.WriteAside("expired", $"{_body.Now} {point}");

    private void Fire(FireAction action)
    {
        var source = new ModelFireSource(action, action.HasToken ? new() : null);
        if (source.Caller is { } caller)
            _callers[action.Number] = caller;
        if (action.IsCancelled)
            source.Caller!.Cancel();
        var hooks = _hooks.Where(hook => hook.Spec.Point == action.Point && _settings.GetValueOrDefault(hook.Name) is null or { IsEnabled: true })
            .Select(hook => hook.Effect(_settings.GetValueOrDefault(hook.Name)))
            .OrderBy(hook => hook.Priority)
            .ToList();
        _ = FollowAsync(source, hooks);
    }

    private async Task FollowAsync(ModelFireSource source, IReadOnlyList<ModelPolicy> hooks)
    {
        var number = source.Action.Number;
        var context = new ModelContext([]);
        _underWay.Add(source.Action.Point);
        try
        {
            if (source.Action.IsSynchronous && hooks.Any(hook => hook.Spec.IsAsynchronous && hook.Queue is null))
                throw new InvalidOperationException("asynchronous");
            if (hooks.Count > 0)
                source.Token.ThrowIfCancellationRequested();
            var fire = new ModelFire(this, hooks, source, context, source.Token);
            var (verdict, _) = await fire.RunAsync();
            Journal.Write(FireTexts.Ended(number, verdict, fire.Context.DecidedBy ?? "-", fire.Context != context, fire.Context.Read()));
        }
        catch (OperationCanceledException) when (source.Token.IsCancellationRequested)
        {
            Journal.WriteCancelled(_body.Now, number);
        }
        catch (Exception error)
        {
            Journal.Write(FireTexts.Threw(number, error));
        }
        finally
        {
            _underWay.Remove(source.Action.Point);
        }
    }

    private async Task StopAsync()
    {
        await After(Options.DrainTimeout);
        foreach (var queue in _hooks.Concat(_gone).SelectMany(hook => hook.Queues))
            queue.Stop();
    }

    private ModelHook? Find(string name) => _hooks.Find(hook => hook.Name == name);

    private bool MayBecome(string name, HookSettings? settings) =>
        Find(name) is { } hook && ((!hook.IsBusy && !_underWay.Contains(hook.Spec.Point)) || Scenario.AsideOf(hook.Spec, settings) == Scenario.AsideOf(hook.Spec, _settings.GetValueOrDefault(name)));

    private HookSettings Switched(SwitchAction change)
    {
        var settings = _settings.GetValueOrDefault(change.Hook) ?? new();
        return change.To switch
        {
            Switch.Disable => settings with { IsEnabled = false },
            Switch.Enable => settings with { IsEnabled = true, IsShadow = false },
            _ => settings with { IsEnabled = true, IsShadow = true },
        };
    }
}
