using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Draws what is done to a dispatcher.</summary>
internal sealed class RandomScenario
{
    private const int Fires = 24;
    private const int Rush = 6;
    private static readonly string[] Tools = ["bash", "edit", "git_push", "x"];
    private readonly Random _random;
    private readonly IReadOnlyList<HookSpec> _compiled;
    private readonly List<HookSpec> _registered = [];
    private readonly List<DispatcherAction> _actions = [];
    private readonly PointSpec[] _points;

    // Where a hook may take any time nothing can be said about when it was slow.
    private readonly bool _mayTakeAnyTime;
    private TimeSpan _now;

    private RandomScenario(Random random, IReadOnlyList<HookSpec> compiled)
    {
        _random = random;
        _compiled = compiled;
        _points = [.. compiled.Select(hook => hook.Point).Distinct()];
        _mayTakeAnyTime = random.Next(3) == 0;
    }

    public static Scenario Draw(Random random, IReadOnlyList<HookSpec> compiled) => new RandomScenario(random, compiled).Draw();

    private Scenario Draw()
    {
        var options = new ScenarioOptions(
            _mayTakeAnyTime && Chance(30) ? Timeout.InfiniteTimeSpan : Milliseconds(400, 3000),
            Chance(45) ? Milliseconds(200, 2000) : null,
            Chance(15) ? Milliseconds(500, 5000) : null,
            IsListenedTo: Chance(25),
            Milliseconds(20, 101),
            _random.Next(6) / 5.0,
            DrawBreaker(),
            _random.Next(1, 4),
            Milliseconds(1, 150),
            DrawDeclaredSettings());
        var rush = Chance(80) ? Rush : 0;
        for (var fire = 1; fire <= Fires - rush; fire++)
        {
            while (Chance(40))
                _actions.Add(DrawChange());
            DrawFire(fire);
        }

        for (var fire = Fires - rush + 1; fire <= Fires; fire++)
            DrawFireOfRush(fire);
        var rest = rush > 0 ? Milliseconds(1, 10) : Chance(60) ? TimeSpan.FromSeconds(60) : Milliseconds(1, 500);
        return new(_compiled, _registered, options, _actions, rest, _random.Next());
    }

    // Before the disposal queues fill up, so that some of what waits is left when the time to drain is over.
    private void DrawFireOfRush(int number)
    {
        var busy = _compiled.Where(hook => Scenario.AsideOf(hook, settings: null) != RunsAside.No).Select(hook => hook.Point).ToList();
        _actions.Add(new FireAction(Later(_random.Next(1, 10 * 10_000)), number, Pick<PointSpec>(busy.Count > 0 ? busy : _points), Pick(Tools), HasToken: false, IsCancelled: false, IsSynchronous: false));
    }

    private void DrawFire(int number)
    {
        // Now and then a fire begins while others are under way.
        var wait = Chance(60) ? _random.Next(1, 200 * 10_000) : _random.Next(1, 8000 * 10_000);
        var hasToken = Chance(50);
        var point = Pick(_points);
        _actions.Add(new FireAction(Later(wait), number, point, Pick(Tools), hasToken, IsCancelled: hasToken && Chance(5), IsSynchronous: point.HasSyncEntry() && Chance(25)));
        if (hasToken && Chance(30))
            _actions.Add(new CancelAction(Later(_random.Next(1, 600 * 10_000)), number));
    }

    private DispatcherAction DrawChange()
    {
        var at = Later(_random.Next(1, 300 * 10_000));
        var hook = Pick([.. _compiled, .. _registered]);
        switch (_random.Next(12))
        {
            case < 4:
                return new ConfigureAction(at, hook.TableName, Chance(35) ? null : DrawSettings());
            case < 6:
                return new SwitchAction(at, hook.TableName, Pick(Enum.GetValues<Switch>()));
            case 6:
                return new ForceAction(at, hook.TableName, Pick(Enum.GetValues<Force>()));
            case 7 when _registered.Count > 0:
                return new UnregisterAction(at, Chance(15) ? null : Pick(_registered).TableName);
            default:
                var points = _points.Where(point => point.Point is not null).ToArray();
                if (_registered.Count > 0 && Chance(40))
                    return new RegisterAction(at, Pick(_registered));
                if (points.Length == 0 || _registered.Count >= 6)
                    return new ConfigureAction(at, hook.TableName, DrawSettings());
                _registered.Add(DrawHandler(Pick(points)));
                return new RegisterAction(at, _registered[^1]);
        }
    }

    // Now and then under the name of a hook at another point, with which it is one hook then.
    private HookSpec DrawHandler(PointSpec point)
    {
        var handler = RandomPolicyTable.DrawHandler(_random, point, _registered.Count);
        HookSpec[] hooks = [.. _compiled, .. _registered];
        var names = hooks.Where(hook => hook.Point != point).Select(hook => hook.TableName).Except(hooks.Where(hook => hook.Point == point).Select(hook => hook.TableName)).ToList();
        return names.Count > 0 && Chance(40) ? handler with { Name = Pick(names) } : handler;
    }

    private Dictionary<string, HookSettings> DrawDeclaredSettings()
    {
        var settings = new Dictionary<string, HookSettings>(StringComparer.Ordinal);
        foreach (var name in _compiled.GroupBy(hook => hook.TableName).Where(_ => Chance(15)))
        {
            if (DrawSettings() is var drawn && Scenario.MayBeSet(name, drawn))
                settings[name.Key] = drawn;
        }

        return settings;
    }

    private HookSettings DrawSettings() => new()
    {
        IsEnabled = !Chance(10),
        IsShadow = Chance(10),
        Timeout = !Chance(30) ? null : _mayTakeAnyTime && Chance(30) ? Timeout.InfiniteTimeSpan : Milliseconds(50, 1500),
        Retries = Chance(25) ? _random.Next(3) : null,
        OnFailure = Chance(30) ? Pick(Enum.GetValues<HookFailurePolicy>()) : null,
        CircuitBreaker = Chance(25) ? DrawBreaker() : null,
        Priority = Chance(20) ? _random.Next(-6, 7) : null,
    };

    private HookCircuitBreakerOptions DrawBreaker() => new()
    {
        FailureThreshold = _random.Next(1, 4),
        OpenDuration = Milliseconds(100, 5000),
        SuccessThreshold = _random.Next(1, 3),
        ProbeTimeout = Milliseconds(100, 1500),
        SlowCallDuration = !_mayTakeAnyTime && Chance(40) ? Milliseconds(20, 200) : null,
    };

    private TimeSpan Later(long ticks) => _now += TimeSpan.FromTicks(ticks);

    private TimeSpan Milliseconds(int from, int to) => TimeSpan.FromMilliseconds(_random.Next(from, to));

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
