using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Draws what is done to a dispatcher.</summary>
internal sealed class RandomScenario
{
    private const int Fires = 24;
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
            Chance(30) ? Milliseconds(300, 2500) : null,
            Milliseconds(20, 101),
            _random.Next(6) / 5.0,
            DrawBreaker(),
            _random.Next(1, 4),
            Milliseconds(1, 150),
            _compiled.Where(_ => Chance(15)).ToDictionary(hook => hook.TableName, DrawSettings));
        for (var fire = 1; fire <= Fires; fire++)
        {
            while (Chance(40))
                _actions.Add(DrawChange());
            DrawFire(fire);
        }

        return new(_compiled, _registered, options, _actions, Chance(25) ? TimeSpan.FromSeconds(60) : Milliseconds(1, 500), _random.Next());
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
                return new ConfigureAction(at, hook.TableName, Chance(35) ? null : DrawSettings(hook));
            case < 6:
                return new SwitchAction(at, hook.TableName, Pick(Enum.GetValues<Switch>()));
            case 6:
                return new ForceAction(at, hook.TableName, Pick(Enum.GetValues<Force>()));
            case 7 when _registered.Count > 0:
                return new UnregisterAction(at, Chance(15) ? null : Pick(_registered).TableName);
            default:
                var points = _points.Where(point => point.Point is not null).ToArray();
                if (points.Length == 0 || _registered.Count >= 6)
                    return new ConfigureAction(at, hook.TableName, DrawSettings(hook));
                _registered.Add(RandomPolicyTable.DrawHandler(_random, Pick(points), _registered.Count));
                return new RegisterAction(at, _registered[^1]);
        }
    }

    private HookSettings DrawSettings(HookSpec hook) => new()
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
