using System.Collections.Immutable;
using System.Diagnostics;
using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Benchmarks.Analyzers;

/// <summary>
/// The share that our analyzers have in a compile, by the compiler's own telemetry. A compile is parsing, generator, binding and
/// emitting, from a fresh state in each round and one thing after another, and what the analyzers add.
/// </summary>
internal sealed class CompileGroup() : Group("analyzers-1000", "Analyzers, 1,000 files with 1,000 hooks: their share of a compile")
{
    private const string Compile = "compile with our analyzers";

    public override IReadOnlyList<RowFacts> Rows =>
    [
        new(Compile, null, null, false),
        new("Hooks.Analyzers", Compile, Budget.Times(0.15), false),
        .. AnalyzedProject.NewAnalyzers().Select(analyzer => new RowFacts(analyzer.GetType().FullName!, Compile, null, false)),
    ];

    public override IReadOnlyList<Row> Run(Pace pace)
    {
        var references = AnalyzedProject.References.Select(MetadataReference (path) => MetadataReference.CreateFromFile(path)).ToList();
        AnalyzedProject.Check(AnalyzedProject.Make(references));
        var names = Rows.Select(row => row.Name).ToList();
        var rounds = names.Select(_ => new List<double>()).ToList();
        for (var round = -1; round < (pace.Edits / 20) + 1; round++)
        {
            var compile = MeasureCompile(references);
            var analyzers = MeasureAnalyzers(references);
            double[] times = [compile + analyzers.Sum(), analyzers.Sum(), .. analyzers];
            for (var row = 0; round >= 0 && row < times.Length; row++)
                rounds[row].Add(times[row]);
        }

        return
        [
            .. names.Select((name, row) => new Row(
                name,
                Harness.Median(rounds[row]),
                Harness.Median(rounds[row].Zip(rounds[0], (own, whole) => own / whole)),
                Harness.Median(rounds[row].Zip(rounds[0], (own, whole) => own - whole)),
                0)),
        ];
    }

    private static double MeasureCompile(IReadOnlyList<MetadataReference> references)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        using var image = new MemoryStream();
        if (!AnalyzedProject.Make(references).Emit(image).Success)
            throw new WrongCountException("the sample does not compile");
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds;
    }

    // Outside of the compiler's own driver the analysis binds everything for itself, so that its elapsed time says nothing of a build.
    private static ImmutableArray<double> MeasureAnalyzers(IReadOnlyList<MetadataReference> references)
    {
        GC.Collect();
        var analyzers = AnalyzedProject.NewAnalyzers();
        var analysis = AnalyzedProject.Make(references).WithAnalyzers(analyzers, AnalyzedProject.Options(isConcurrent: false));
        var result = analysis.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return [.. analyzers.Select(analyzer => result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalNanoseconds)];
    }
}
