using Hooks.Analyzers;
using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Analyzers;

/// <summary>The same share as <c>csc /reportanalyzer</c> states it: in a new process, where everything is also compiled by the JIT.</summary>
internal sealed class CompilerGroup(string name, string title, bool withSdk) : Group(name, title)
{
    private const string Ours = "Hooks.Analyzers";
    private const string Compile = "csc";
    private const string Without = "csc without Hooks.Analyzers";

    private readonly string[] _sdk = withSdk ? ["Microsoft.CodeAnalysis.NetAnalyzers", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers"] : [];

    private static IEnumerable<string> Classes => AnalyzedProject.NewAnalyzers().Select(analyzer => analyzer.GetType().FullName!);

    public override IReadOnlyList<RowFacts> Rows =>
    [
        new(Compile, null, null, false),
        new(Without, Compile, null, false),
        new(Ours, Compile, Budget.Times(0.15), false),
        .. Classes.Concat(_sdk).Select(row => new RowFacts(row, Compile, null, false)),
    ];

    public override IReadOnlyList<Row> Run(Pace pace)
    {
        using var compiler = new CompilerProgram();
        var runs = Enumerable.Range(0, (pace.Edits / 20) + 1)
            .Select(_ => (With: compiler.Compile(withOurs: true, withSdk), Without: compiler.Compile(withOurs: false, withSdk)))
            .ToList();
        return
        [
            .. Rows.Select(row =>
            {
                var times = runs.Select(run => row.Name switch
                {
                    Compile => run.With.Elapsed,
                    Without => run.Without.Elapsed,
                    _ => run.With.Analyzers.GetValueOrDefault(row.Name),
                }).ToList();
                return new Row(
                    row.Name,
                    Harness.Median(times),
                    Harness.Median(times.Zip(runs, (own, run) => own / run.With.Elapsed)),
                    Harness.Median(times.Zip(runs, (own, run) => own - run.With.Elapsed)),
                    0);
            }),
        ];
    }
}
