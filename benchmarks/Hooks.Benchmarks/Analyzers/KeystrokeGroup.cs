using System.Diagnostics;
using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Benchmarks.Analyzers;

/// <summary>What an editor waits for after a keystroke: the diagnostics of the one open file, in a compilation that is new but for the unchanged trees.</summary>
internal sealed class KeystrokeGroup() : Group("analyzers-edit", "Analyzers, 1,000 files with 1,000 hooks: one open file after a keystroke")
{
    private const string Compiler = "the compiler's diagnostics of the file";

    public override IReadOnlyList<RowFacts> Rows =>
    [
        new(Compiler, null, null, false),
        new("Hooks.Analyzers, the same file", Compiler, null, false),
    ];

    public override IReadOnlyList<Row> Run(Pace pace)
    {
        var references = AnalyzedProject.References.Select(MetadataReference (path) => MetadataReference.CreateFromFile(path)).ToList();
        var compilation = AnalyzedProject.Make(references);
        AnalyzedProject.Check(compilation);
        var warmUp = (pace.Edits / 4) + 1;
        var compiler = new List<Batch>();
        var ours = new List<Batch>();
        for (var round = -warmUp; round < pace.Edits; round++)
        {
            // A file with a guard, which is in the longest chain.
            var file = Math.Abs(round) * 10 % AnalyzedSource.Files;
            var old = compilation.SyntaxTrees.First(tree => tree.FilePath == AnalyzedSource.PathOf(file));
            var edited = AnalyzedProject.Parse(file, round + warmUp + 1);
            compilation = compilation.ReplaceSyntaxTree(old, edited);

            var first = Measure(compilation.Clone(), edited, static (fresh, tree) => fresh.GetSemanticModel(tree).GetDiagnostics());
            var second = Measure(compilation.Clone(), edited, static (fresh, tree) =>
            {
                var analysis = fresh.WithAnalyzers(AnalyzedProject.NewAnalyzers(), AnalyzedProject.Options(isConcurrent: false));
                analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
            });
            if (round < 0)
                continue;
            compiler.Add(first);
            ours.Add(second);
        }

        return [Row(Rows[0].Name, compiler, compiler), Row(Rows[1].Name, ours, compiler)];
    }

    private static Batch Measure(Compilation compilation, SyntaxTree tree, Action<Compilation, SyntaxTree> diagnose)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        diagnose(compilation, tree);
        var ticks = Stopwatch.GetTimestamp() - started;
        return new(1, ticks, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    private static Row Row(string name, List<Batch> own, List<Batch> others) => new(
        name,
        Harness.Median(own.Select(batch => batch.Nanoseconds)),
        Harness.Median(own.Zip(others, (mine, other) => mine.Nanoseconds / other.Nanoseconds)),
        Harness.Median(own.Zip(others, (mine, other) => mine.Nanoseconds - other.Nanoseconds)),
        own.Average(batch => (double)batch.Bytes));
}
