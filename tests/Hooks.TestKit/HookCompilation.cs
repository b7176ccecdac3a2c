using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.TestKit;

/// <summary>A project in memory: sources and settings, as strict as a strict user's project. Change it with <c>with</c>.</summary>
public sealed record HookCompilation
{
    /// <summary>What every source can use without saying so, unless <see cref="GlobalUsings"/> is changed.</summary>
    public const string DefaultUsings =
        "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks; global using Hooks;";

    private HookCompilation()
    {
    }

    /// <summary>The files, by path.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The simple name of the assembly.</summary>
    public string AssemblyName { get; init; } = "Acme.Agent";

    /// <summary>A library by default.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>What the project passes as RootNamespace; null if it passes nothing.</summary>
    public string? RootNamespace { get; init; }

    /// <summary>The text of a file of global usings; null for none.</summary>
    public string? GlobalUsings { get; init; } = DefaultUsings;

    /// <summary>Whether the project says that it holds tests.</summary>
    public bool IsTestProject { get; init; }

    /// <summary>What else the project sets that a build passes on.</summary>
    public ImmutableDictionary<string, string> OtherProperties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>C#'s newest version that is no preview.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>Whether Hooks.Runtime is referenced.</summary>
    public bool ReferencesRuntime { get; init; } = true;

    /// <summary>References besides framework, Hooks.Runtime and <see cref="Libraries"/>.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Assemblies in memory that are referenced, and loaded when this one is run.</summary>
    public ImmutableArray<CompiledAssembly> Libraries { get; init; } = [];

    /// <summary>A library of these sources, which become <c>Test0.cs</c>, <c>Test1.cs</c> and so on.</summary>
    public static HookCompilation Library(params ReadOnlySpan<string> sources)
    {
        var compilation = new HookCompilation();
        for (var i = 0; i < sources.Length; i++)
            compilation = compilation.WithSource($"Test{i}.cs", sources[i]);
        return compilation;
    }

    /// <summary>A console program of these sources.</summary>
    public static HookCompilation Program(params ReadOnlySpan<string> sources) =>
        Library(sources) with { OutputKind = OutputKind.ConsoleApplication };

    /// <summary>The same with one file added or replaced.</summary>
    public HookCompilation WithSource(string path, string text) => this with { Sources = Sources.SetItem(path, text) };

    /// <summary>The same with references to libraries that were compiled before.</summary>
    public HookCompilation WithLibraries(params ReadOnlySpan<CompiledAssembly> libraries) =>
        this with { Libraries = [.. Libraries, .. libraries] };

    /// <summary>Parses a text as this project does.</summary>
    public SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    /// <summary>The compilation without anything generated.</summary>
    public CSharpCompilation Create() => CSharpCompilation.Create(
        AssemblyName,
        [.. (GlobalUsings is null ? Sources : Sources.SetItem("GlobalUsings.cs", GlobalUsings)).Select(source => Parse(source.Key, source.Value))],
        [
            .. FrameworkReferences.Framework,
            .. ReferencesRuntime ? [FrameworkReferences.Runtime] : ImmutableArray<MetadataReference>.Empty,
            .. Libraries.Select(library => library.Reference),
            .. References,
        ],
        new CSharpCompilationOptions(OutputKind)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithWarningLevel(9999));

    /// <summary>Runs the generator once.</summary>
    public GeneratorResult Generate() => new IncrementalSession(this).Result;

    /// <summary>Runs the generator, asserts that all is well, and compiles.</summary>
    public CompiledAssembly Compile() => Generate().AssertClean().Compile();

    /// <summary>What the build passes to generators and analyzers.</summary>
    public AnalyzerConfigOptionsProvider Properties => BuildProperties.Of(this);

    internal CSharpParseOptions ParseOptions => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion);
}
