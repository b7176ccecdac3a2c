using System.Collections.Immutable;
using System.Text;
using Hooks.Analyzers;
using Hooks.Benchmarks.Measuring;
using Hooks.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Benchmarks.Analyzers;

/// <summary>The project as the compiler sees it in memory.</summary>
internal static class AnalyzedProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    /// <summary>The framework and Hooks.Runtime.</summary>
    public static IReadOnlyList<string> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)),
        typeof(HookDispatcher).Assembly.Location,
    ];

    public static ImmutableArray<DiagnosticAnalyzer> NewAnalyzers() =>
        [new HookDeclarationAnalyzer(), new HookBodyAnalyzer(), new FireAnalyzer(), new TableAnalyzer()];

    public static SyntaxTree Parse(int file, int edit = 0) => Parse(AnalyzedSource.PathOf(file), AnalyzedSource.Text(file, edit));

    /// <summary>Parses all files and runs the generator: everything that comes before binding.</summary>
    public static Compilation Make(IReadOnlyList<MetadataReference> references)
    {
        var trees = Enumerable.Range(0, AnalyzedSource.Files).Select(file => Parse(file)).Append(Parse("Program.cs", AnalyzedSource.Program));
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release);
        CSharpGeneratorDriver.Create([new HooksGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create("Sample", trees, references, options), out var output, out _);
        return output;
    }

    /// <summary>What is measured must be a project that compiles, with all its hooks in the table.</summary>
    public static void Check(Compilation compilation)
    {
        if (compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new WrongCountException(error.ToString());
        var hooks = compilation.Assembly.GetAttributes().Count(attribute => attribute.AttributeClass?.Name == nameof(HookManifestAttribute));
        if (hooks != AnalyzedSource.HookCount)
            throw new WrongCountException($"the table has {hooks} hooks, not {AnalyzedSource.HookCount}");
    }

    /// <summary>A rule that throws would be quick, and worth nothing.</summary>
    public static CompilationWithAnalyzersOptions Options(bool isConcurrent) => new(
        new AnalyzerOptions([]),
        onAnalyzerException: (error, analyzer, _) => throw new WrongCountException($"{analyzer}: {error}"),
        concurrentAnalysis: isConcurrent,
        logAnalyzerExecutionTime: true);

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, Encoding.UTF8);
}
