using System.Collections.Concurrent;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Draws tables and scenarios, lets each happen to a dispatcher on either path, and holds the journals against a model's.</summary>
internal sealed class PolicyRun(Seed seed)
{
    public const int Tables = 75;
    public const int ScenariosPerTable = 4;
    private const int Threads = 2;
    private const int Enough = 4;

    /// <summary>What must come up in a whole run, or the draw has become too tame to prove anything.</summary>
    public static readonly IReadOnlyList<string> Moments =
    [
        "#2 at ", "#3 failed", "token own", "token caller's", "token cancelled", "cannot write", ", writes", "another context", "is not called by", "failure of", "report: ", "failed, TimeoutException",
        "failed, OperationCanceledException", "failed, BoomException", "failed, InvalidOperationException", "rejected", "is Open", "is HalfOpen", "is Closed", "would have answered", "ignored,",
        "the fire took too long", "[expired]", "[dropped", "waiting 1", "abandoned 1", " is cancelled", " throws ", "throws TimeoutException", "throws InvalidOperationException", "RegisterAction", "UnregisterAction",
        "ForceAction", "handler 1#1 at ",
    ];

    private int _fires;

    public ConcurrentQueue<string> Differences { get; } = new();

    /// <summary>How many scenarios had each of the <see cref="Moments"/>.</summary>
    public ConcurrentDictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public int Fires => _fires;

    public int Scenarios { get; private set; }

    public void Execute()
    {
        var tables = new ConcurrentQueue<int>(seed.Table is { } only ? [only] : Enumerable.Range(0, Tables));
        Scenarios = tables.Count * (seed.Run is null ? ScenariosPerTable : 1);

        // Threads of its own, because what waits for the thread pool must not occupy it, and without a synchronisation
        // context, so that whatever a clock's timer sets off has happened when the clock has been moved.
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() => Take(tables))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    private void Take(ConcurrentQueue<int> tables)
    {
        // A dispatcher that is wrong lets the test wait in vain often; a few differences are enough.
        while (Differences.Count < Enough && tables.TryDequeue(out var table))
        {
            try
            {
                CompareTable(table);
            }
            catch (Exception error)
            {
                Differences.Enqueue($"HOOKS_SEED={seed.Number}/{table}: {error}");
            }
        }
    }

    private void CompareTable(int table)
    {
        var hooks = RandomPolicyTable.Draw(seed.ForTable(table));
        var program = HookProgram.Compile($"Acme.Policies{table}", SpecSource.Write(hooks));
        foreach (var run in seed.Run is { } only ? [only] : Enumerable.Range(0, ScenariosPerTable))
            Compare(new(seed.Number, table, run), RandomScenario.Draw(seed.ForRun(table, run), hooks), program);
    }

    private void Compare(Seed at, Scenario scenario, HookProgram program)
    {
        var (model, steps) = Rehearse(scenario);
        var text = model.Journal.ToString();
        foreach (var moment in Moments.Where(moment => text.Contains(moment, StringComparison.Ordinal)))
            Seen.AddOrUpdate(moment, 1, (_, count) => count + 1);
        foreach (var path in Enum.GetValues<HookExecutionPath>())
        {
            Interlocked.Add(ref _fires, scenario.Actions.OfType<FireAction>().Count());
            var real = new RealWorld(scenario, program, path);
            foreach (var (step, progress) in steps)
            {
                step(real);
                real.Journal.WaitFor(progress);
            }

            if (JournalDifference.Find(model.Journal, real.Journal) is { } difference)
                Differences.Enqueue($"HOOKS_SEED={at}: {path}\n{string.Join('\n', scenario.Hooks)}\n{scenario.Options}\n{difference}");
        }
    }

    /// <summary>Lets the scenario happen to the model, and keeps every step with how far it led.</summary>
    private static (ModelWorld Model, IReadOnlyList<(Action<IWorld> Step, (int Aside, int Timers) Progress)> Steps) Rehearse(Scenario scenario)
    {
        var model = new ModelWorld(scenario);
        var steps = new List<(Action<IWorld>, (int, int))>();
        foreach (var action in scenario.Actions)
        {
            AdvanceTo(action.At);
            if (!model.Accepts(action))
                continue;
            Take(world => world.Do(action));
            Take(world => world.WriteStatus());
        }

        var end = scenario.Actions[^1].At + scenario.Rest;
        AdvanceTo(end);
        var busy = model.BusyHooks;
        Take(world => world.BeginDisposal(busy));
        AdvanceTo(end + scenario.Options.DrainTimeout);
        Take(world => world.EndDisposal());
        return (model, steps);

        void AdvanceTo(TimeSpan time)
        {
            while (model.NextEvent is { } next && next < time)
                Take(world => world.AdvanceTo(next));
            Take(world => world.AdvanceTo(time));
        }

        void Take(Action<IWorld> step)
        {
            step(model);
            steps.Add((step, model.Journal.Progress));
        }
    }
}
