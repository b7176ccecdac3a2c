using System.Collections.Concurrent;
using Hooks.Analyzers.Tests.Agreement.Drawing;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>Draws projects and judges them. Counts what came up, and makes the first disagreements small.</summary>
/// <param name="seed">What to draw from.</param>
/// <param name="projects">How many.</param>
/// <param name="deafTo">An error that is not heard, as if its rule said nothing; to see that this would be noticed.</param>
internal sealed class AgreementRun(Seed seed, int projects, string? deafTo = null)
{
    private const int ShrunkAtMost = 3;

    private int _discarded;
    private int _dropped;
    private int _valid;
    private int _invalid;
    private int _shrunk;

    /// <summary>What must not be, each with its seed and a small project that shows it.</summary>
    public ConcurrentQueue<string> Problems { get; } = new();

    /// <summary>How often each kind of thing was part of a hook, and each error was found.</summary>
    public ConcurrentDictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public int Discarded => _discarded;

    public int Dropped => _dropped;

    public int Hooks => _valid + _invalid;

    public string Summary => $"HOOKS_SEED={seed}: {projects} projects, {_discarded} discarded, {_dropped} members refused by C#; {Hooks} hooks, {_valid} valid, {_invalid} not: "
        + string.Join(", ", Judge.Errors.Select(id => $"{id} {Seen.GetValueOrDefault(id)}"));

    public async Task ExecuteAsync() =>
        await Parallel.ForEachAsync(
            seed.Project is { } only ? [only] : Enumerable.Range(0, projects),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (project, _) => await JudgeAsync(project));

    private async Task JudgeAsync(int project)
    {
        var plan = RandomProject.Draw(seed.Random(project), project);
        if (await TryAsync(plan) is not { } verdicts)
        {
            Interlocked.Increment(ref _discarded);
            return;
        }

        Count(verdicts);
        if (verdicts.Problems.IsEmpty)
            return;
        if (Interlocked.Increment(ref _shrunk) <= ShrunkAtMost)
            verdicts = await ShrinkAsync(verdicts);
        Problems.Enqueue($"HOOKS_SEED={seed.Number}/{project}: {verdicts.Plan.Kind.Label}\n{string.Join('\n', verdicts.Problems)}\n{Describe(verdicts.Plan)}");
    }

    private async Task<Verdicts?> TryAsync(ProjectPlan plan)
    {
        try
        {
            return await Judge.CompareAsync(plan, deafTo);
        }
        catch (Exception exception)
        {
            return new(plan, [], [], [exception.ToString()]);
        }
    }

    private async Task<Verdicts> ShrinkAsync(Verdicts verdicts)
    {
        for (var smaller = true; smaller;)
        {
            smaller = false;
            foreach (var plan in verdicts.Plan.Smaller())
            {
                if (await TryAsync(plan) is { Problems.IsEmpty: false, Refusals.IsEmpty: true } still)
                {
                    verdicts = still;
                    smaller = true;
                    break;
                }
            }
        }

        return verdicts;
    }

    private void Count(Verdicts verdicts)
    {
        foreach (var refusal in verdicts.Refusals)
        {
            Interlocked.Increment(ref _dropped);
            Add($"refused: {refusal.Id}");
        }

        Add(verdicts.Plan.Kind.Label);
        Add(verdicts.Plan.Namespace.Label);
        foreach (var file in verdicts.Plan.Files)
            Add(file.Head.Label);
        foreach (var hook in verdicts.Hooks)
        {
            if (hook.Hook.IsForeign)
            {
                Add("name: a look-alike");
                continue;
            }

            Interlocked.Increment(ref hook.IsListed ? ref _valid : ref _invalid);
            foreach (var label in hook.Member.Labels.Concat(hook.Hook.Labels).Concat(hook.Own).Concat(hook.OfMethod))
                Add(label);
        }
    }

    private void Add(string label) => Seen.AddOrUpdate(label, 1, (_, count) => count + 1);

    private static string Describe(ProjectPlan plan) =>
        string.Join('\n', ProjectText.Write(plan).Sources.Where(source => source.Key is not ("Points.cs" or "LookAlikes.cs" or "Table.cs")).Select(source => $"--- {source.Key}\n{source.Value}"));
}
