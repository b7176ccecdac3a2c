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
    private readonly List<ModelHook> _hooks = [];
    private readonly List<ModelName> _names = [];
    private readonly List<ModelName> _gone = [];
    private readonly Dictionary<string, HookSettings> _settings;
    private readonly Dictionary<int, CancellationTokenSource> _callers = [];

    public ModelWorld(Scenario scenario)
    {
        _scenario = scenario;
        _start = _time.GetUtcNow();
        Clock = new JournalClock(_time, Journal);
        _body = new(scenario.Plan, Journal, Clock);
        _settings = new(scenario.Options.Hooks, StringComparer.Ordinal);
        foreach (var hook in scenario.Compiled.GroupBy(hook => hook.Point).SelectMany(NaiveModel.Order))
            Add(hook);
        if (Options.WatchdogTimeout is { } limit)
            Clock.CreateTimer(static _ => { }, null, limit, limit / 2);
    }

    public Journal Journal { get; } = new();

    public TimeProvider Clock { get; }

    public ScenarioOptions Options => _scenario.Options;

    /// <summary>When something happens by itself.</summary>
    public TimeSpan? NextEvent => _time.NextTimer - _start;

    public void AdvanceTo(TimeSpan time) => _time.Advance(_start + time - _time.GetUtcNow());

    /// <summary>Whether it can be done.</summary>
    public bool Accepts(DispatcherAction action) => action switch
    {
        ConfigureAction configure => Has(configure.Hook) && Scenario.MayBeSet(_hooks.Where(hook => hook.Name == configure.Hook).Select(hook => hook.Spec), configure.Settings),
        SwitchAction change => Has(change.Hook),
        RegisterAction register => !_hooks.Exists(hook => hook.Name == register.Hook.TableName && hook.Spec.Point == register.Hook.Point),
        UnregisterAction { Hook: { } name } => _hooks.Exists(hook => hook.Name == name && IsRegistered(hook)),
        ForceAction force => Has(force.Hook),
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
            case ConfigureAction configure:
                Set(configure.Hook, configure.Settings);
                break;
            case SwitchAction change:
                Set(change.Hook, Switched(change));
                break;
            case RegisterAction register:
                Add(register.Hook);
                break;
            case UnregisterAction unregister:
                _hooks.RemoveAll(hook => IsRegistered(hook) && (unregister.Hook is null || hook.Name == unregister.Hook));
                ForgetNames();
                break;
            case ForceAction force:
                _hooks.Select(hook => hook.Name == force.Hook ? hook.BreakerOf(SettingsOf(hook)) : null).OfType<ModelBreaker>().FirstOrDefault()
                    ?.Force(force.To, state => Report(force.Hook, FireTexts.CircuitChanged(force.Hook, state), isAside: false));
                break;
        }
    }

    public void WriteStatus()
    {
        foreach (var status in _hooks.Select(hook => hook.Status(SettingsOf(hook))).Order(StringComparer.Ordinal))
            Journal.Write(status);
    }

    /// <summary>The hooks of which something runs or waits aside.</summary>
    public IReadOnlyList<string> BusyHooks => [.. Queues.Where(queue => queue.IsBusy).Select(queue => queue.Hook)];

    /// <summary>Whether the queues take nothing more.</summary>
    public bool IsDisposed { get; private set; }

    public void BeginDisposal(IReadOnlyList<string> busy)
    {
        Journal.WriteTimers();
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

    public ValueTask<HookResult> CallBody(HookSpec hook, ModelFireSource source, ModelContext context, CancellationToken token, bool isAside) =>
        _body.Run(new(hook, source.Action.Number, source.NextAttempt(hook.TableName), isAside, hook.TakesToken ? token : null)
        {
            Caller = source.Token,
            CancelCaller = () => source.Caller?.Cancel(),
            IsLeftBehind = () => context.IsFrozen,
            Read = context.Read,
            Write = context.Write,
        });

    public void Report(string hook, string report, bool isAside)
    {
        if (isAside)
            Journal.WriteAside(hook, report);
        else
            Journal.Write(report);
    }

    public void ReportDropped(string hook) => Journal.WriteAside("dropped " + hook, _body.Now);

    public void ReportExpired(PointSpec point) => Journal.WriteAside("expired", $"{_body.Now} {point}");

    private void Fire(FireAction action)
    {
        var source = new ModelFireSource(action, action.HasToken ? new() : null);
        if (source.Caller is { } caller)
            _callers[action.Number] = caller;
        if (action.IsCancelled)
            source.Caller!.Cancel();
        var hooks = _hooks.Where(hook => hook.Spec.Point == action.Point && SettingsOf(hook) is null or { IsEnabled: true })
            .Select(hook => hook.Effect(SettingsOf(hook)))
            .OrderBy(hook => hook.Priority)
            .ToList();
        _ = FollowAsync(source, hooks);
    }

    private async Task FollowAsync(ModelFireSource source, IReadOnlyList<ModelPolicy> hooks)
    {
        var number = source.Action.Number;
        var context = new ModelContext([]);
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
    }

    private async Task StopAsync()
    {
        await After(Options.DrainTimeout);
        foreach (var queue in Queues.ToList())
            queue.Stop();
    }

    private IEnumerable<ModelQueue> Queues => _names.Concat(_gone).SelectMany(named => named.Queues);

    private bool Has(string name) => _hooks.Exists(hook => hook.Name == name);

    private bool IsRegistered(ModelHook hook) => _scenario.Registered.Contains(hook.Spec);

    private HookSettings? SettingsOf(ModelHook hook) => _settings.GetValueOrDefault(hook.Name);

    // A name that is at several points is one hook.
    private void Add(HookSpec hook)
    {
        if (_names.Find(name => name.Name == hook.TableName) is not { } named)
            _names.Add(named = new(hook.TableName, this));
        _hooks.Add(new(hook, named));
    }

    private void Set(string name, HookSettings? settings)
    {
        if (settings is null)
            _settings.Remove(name);
        else
            _settings[name] = settings;
        _names.Find(known => known.Name == name)!.Set(settings);
    }

    // What comes later under the name of a hook that is nowhere any more is another one.
    private void ForgetNames()
    {
        foreach (var name in _names.Where(name => !Has(name.Name)).ToList())
        {
            _names.Remove(name);
            _gone.Add(name);
            _settings.Remove(name.Name);
        }
    }

    private HookSettings Switched(SwitchAction change)
    {
        var settings = _settings.GetValueOrDefault(change.Hook) ?? new();
        return change.To switch
        {
            Switch.Disable => settings with { IsEnabled = false },
            Switch.Enable => settings with { IsEnabled = true },
            Switch.Enforce => settings with { IsShadow = false },
            _ => settings with { IsEnabled = true, IsShadow = true },
        };
    }
}
