using System.Collections.Concurrent;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>Draws tables and runs, fires each on every path, and holds the traces against each other and against a model.</summary>
/// <param name="seed">What to draw from.</param>
/// <param name="model">What a fire must have done: normally <see cref="NaiveModel.Fire"/>.</param>
internal sealed class DifferentialRun(Seed seed, Func<IReadOnlyList<HookSpec>, RandomRun, RunTrace> model)
{
    public const int Tables = 120;
    public const int RunsPerTable = 100;

    /// <summary>What must come up in a whole run, or the draw has become too tame to prove anything.</summary>
    public static readonly IReadOnlyList<string> Moments =
    [
        "cancelled", "threw BoomException", "threw OperationCanceledException", "threw InvalidOperationException", "reported: refused", "ignored,", "failed, BoomException",
        "failed, OperationCanceledException", "failed, InvalidOperationException", "verdict Cancel: failure of", "verdict Continue", "verdict Modified", "verdict Cancel", "verdict Ask",
        "verdict Replace", "verdict Redirect", "verdict Retry", "verdict Fork", "verdict Cache", "verdict Allow", "(token caller's)", "(token none)", "sees 'h",
    ];

    private int _fires;

    /// <summary>What differed, each with the seed that shows it again.</summary>
    public ConcurrentQueue<string> Differences { get; } = new();

    public int Fires => _fires;

    /// <summary>How many runs had each of the <see cref="Moments"/>.</summary>
    public ConcurrentDictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public async Task ExecuteAsync()
    {
        var tables = seed.Table is { } only ? [only] : Enumerable.Range(0, Tables);
        await Parallel.ForEachAsync(tables, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (table, _) => await CompareTableAsync(table));
    }

    private async Task CompareTableAsync(int table)
    {
        var specs = RandomTable.Draw(seed.ForTable(table));
        var program = HookProgram.Compile($"Acme.Agent{table}", SpecSource.Write(specs));
        var hookObjects = specs.Where(spec => spec.IsInstance).Select(spec => spec.Type).Distinct().Select(program.CreateObject).ToArray();
        await using var compiled = new TracedDispatcher(program, HookExecutionPath.Compiled, hookObjects);
        await using var general = new TracedDispatcher(program, HookExecutionPath.General, hookObjects);
        await using var attended = new TracedDispatcher(program, HookExecutionPath.General, hookObjects, TimeSpan.FromDays(1));
        var chains = specs.GroupBy(spec => spec.Point).Select(chain => NaiveModel.Order(chain)).ToList();
        foreach (var chain in chains)
            CompareOrder(table, chain, compiled.Dispatcher);
        foreach (var run in seed.Run is { } only ? [only] : Enumerable.Range(0, RunsPerTable))
        {
            var random = seed.ForRun(table, run);
            var chain = chains[random.Next(chains.Count)];
            await CompareRunAsync(new(seed.Number, table, run), chain, RandomRun.Draw(random, chain), compiled, general, attended);
        }
    }

    private void CompareOrder(int table, IReadOnlyList<HookSpec> chain, HookDispatcher dispatcher)
    {
        var expected = chain.Select(hook => hook.TableName);
        var listed = dispatcher.Table.Hooks.Where(hook => hook.Point.ContextType == chain[0].Point.ContextType && hook.Point.Point == chain[0].Point.Point).Select(hook => hook.Name);
        if (!expected.SequenceEqual(listed))
            Differ(new(seed.Number, table, 0), $"order of {chain[0].Point}:\n{string.Join('\n', chain)}\nbut the table has\n{string.Join('\n', listed)}");
    }

    private async Task CompareRunAsync(Seed at, IReadOnlyList<HookSpec> chain, RandomRun run, TracedDispatcher compiled, params TracedDispatcher[] others)
    {
        var point = chain[0].Point;
        var expected = model(chain, run).Text;
        foreach (var moment in Moments.Where(moment => expected.Contains(moment, StringComparison.Ordinal)))
            Seen.AddOrUpdate(moment, 1, (_, count) => count + 1);
        var fast = await RealRun.FireAsync(compiled, chain, run, untyped: at.Run % 10 == 0);
        Interlocked.Increment(ref _fires);
        foreach (var other in others)
        {
            Interlocked.Increment(ref _fires);
            Compare(at, chain, $"asynchronous entry, {other.Name}", expected, fast, await RealRun.FireAsync(other, chain, run, untyped: at.Run % 10 == 1));
        }

        if (!point.HasSyncEntry())
            return;

        var isSynchronous = chain.All(hook => !hook.IsAsynchronous);
        var expectedNow = isSynchronous ? expected : new RunTrace().Threw(nameof(InvalidOperationException)).Text;
        var fastNow = RealRun.Fire(compiled, chain, run);
        Interlocked.Increment(ref _fires);
        foreach (var other in others)
        {
            Interlocked.Increment(ref _fires);
            Compare(at, chain, $"synchronous entry, {other.Name}", expectedNow, fastNow, RealRun.Fire(other, chain, run));
        }
    }

    private void Compare(Seed at, IReadOnlyList<HookSpec> chain, string entry, string expected, RunTrace fast, RunTrace slow)
    {
        if (fast.Text == expected && fast.Details == slow.Details)
            return;
        Differ(at, $"{entry}, of {chain[0].Point}\n{string.Join('\n', chain)}\n--- model\n{expected}--- compiled\n{fast.Details}--- the other\n{slow.Details}");
    }

    private void Differ(Seed at, string what) => Differences.Enqueue($"HOOKS_SEED={at}: {what}");
}
