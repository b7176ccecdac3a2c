using System.Diagnostics;
using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Benchmarks.Generator;

/// <summary>
/// Generators after the same edits, in turn. Each is given a compilation of its own, made before the clock starts:
/// what one of them has bound must not be there for the next.
/// </summary>
internal sealed class EditGroup(string name, string title, int hooks, IReadOnlyList<GeneratorToMeasure> generators) : Group(name, title)
{
    public override IReadOnlyList<RowFacts> Rows => [.. generators.Select(each => new RowFacts(each.Name, each.Baseline, each.Budget, AllocatesNothing: false))];

    public override IReadOnlyList<Row> Run(Pace pace)
    {
        var project = SampleProject.Make(hooks);
        CheckOutputs(project);
        var drivers = generators.Select(each => NewDriver(each, track: false).RunGenerators(project.Compilation)).ToArray();
        var warmUp = (pace.Edits / 4) + 1;
        var rounds = generators.Select(_ => new Batch[pace.Edits]).ToArray();
        for (var round = -warmUp; round < pace.Edits; round++)
        {
            project = project.Edit();
            for (var i = 0; i < generators.Count; i++)
            {
                var at = (i + Math.Abs(round)) % generators.Count;
                var compilation = project.Compilation.Clone();
                var bytes = GC.GetAllocatedBytesForCurrentThread();
                var started = Stopwatch.GetTimestamp();
                drivers[at] = drivers[at].RunGenerators(compilation);
                var ticks = Stopwatch.GetTimestamp() - started;
                if (round >= 0)
                    rounds[at][round] = new(1, ticks, GC.GetAllocatedBytesForCurrentThread() - bytes);
            }
        }

        return [.. generators.Select((each, i) => ToRow(each, rounds[i], rounds))];
    }

    private Row ToRow(GeneratorToMeasure generator, Batch[] own, Batch[][] rounds)
    {
        var other = generator.Baseline is null ? own : rounds[generators.ToList().FindIndex(each => each.Name == generator.Baseline)];
        return new(
            generator.Name,
            Harness.Median(own.Select(batch => batch.Nanoseconds)),
            Harness.Median(own.Zip(other, (mine, theirs) => mine.Nanoseconds / theirs.Nanoseconds)),
            Harness.Median(own.Zip(other, (mine, theirs) => mine.Nanoseconds - theirs.Nanoseconds)),
            own.Average(batch => (double)batch.Bytes));
    }

    /// <summary>After an edit elsewhere every generator still knows its hooks, and runs no output step again.</summary>
    private void CheckOutputs(SampleProject project)
    {
        foreach (var generator in generators)
        {
            var driver = NewDriver(generator, track: true).RunGenerators(project.Compilation);
            var found = driver.GetRunResult().Results[0];
            if (found.Exception is not null || found.GeneratedSources.Length == 0)
                throw new WrongCountException($"{generator.Name}: wrote nothing, {found.Exception}");
            var rerun = driver.RunGenerators(project.Edit().Compilation).GetRunResult().Results[0].TrackedOutputSteps
                .SelectMany(step => step.Value)
                .SelectMany(step => step.Outputs)
                .Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
            if (rerun > 0)
                throw new WrongCountException($"{generator.Name}: {rerun} output step(s) ran again after an edit in a file without hooks");
            var text = found.GeneratedSources[0].SourceText.ToString();
            if (!Enumerable.Range(0, hooks).All(hook => text.Contains(SampleProject.NameOf(hook), StringComparison.Ordinal)))
                throw new WrongCountException($"{generator.Name}: did not find all of the {hooks} hooks");
        }
    }

    private static GeneratorDriver NewDriver(GeneratorToMeasure generator, bool track) => CSharpGeneratorDriver.Create(
        [generator.Make()],
        parseOptions: SampleProject.ParseOptions,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: track));
}
