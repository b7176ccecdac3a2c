using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Package.Tests.Consuming;

/// <summary>A generator that gives nothing, in a project whose author has silenced the compiler's word about it in every way there is.</summary>
internal sealed record BrokenGenerator(string Name, string Diagnostic, string Source, bool ForNewerCompiler = false)
{
    private const string Head = "using System; using Microsoft.CodeAnalysis; [Generator(LanguageNames.CSharp)] public sealed class Broken : IIncrementalGenerator ";

    // Enough of a compiler that nobody has yet.
    private const string NewerCompiler = """
        [assembly: System.Reflection.AssemblyVersion("99.0.0.0")]
        namespace Microsoft.CodeAnalysis
        {
            public static class LanguageNames { public const string CSharp = "C#"; }
            public sealed class GeneratorAttribute : System.Attribute { public GeneratorAttribute(string language, params string[] more) { } }
            public struct IncrementalGeneratorInitializationContext { }
            public interface IIncrementalGenerator { void Initialize(IncrementalGeneratorInitializationContext context); }
        }
        """;

    public static IReadOnlyList<BrokenGenerator> All { get; } =
    [
        new("Acme.Skipped", "CS9057", Head + "{ public void Initialize(IncrementalGeneratorInitializationContext context) { } }", ForNewerCompiler: true),
        new("Acme.Unstarted", "CS8784", Head + "{ public void Initialize(IncrementalGeneratorInitializationContext context) => throw new InvalidOperationException(); }"),
        new("Acme.Unloadable", "CS8032", Head + "{ static Broken() => throw new InvalidOperationException(); public void Initialize(IncrementalGeneratorInitializationContext context) { } }"),
        new("Acme.Failed", "CS8785", Head + "{ public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.CompilationProvider, (output, compilation) => throw new InvalidOperationException()); }"),
    ];

    public static void WriteAll(ConsumerFolder folder)
    {
        foreach (var broken in All)
        {
            folder.Write($"{broken.Name}/{broken.Name}.csproj", broken.Project.ToString());
            folder.Write($"{broken.Name}/silence.globalconfig", $"is_global = true\ndotnet_diagnostic.{broken.Diagnostic}.severity = none\n");
            folder.Write($"{broken.Name}/Directory.Build.targets", new XElement("Project", broken.Silence).ToString());
            broken.Compile(Path.Combine(folder.Path, broken.Name, $"{broken.Name}.Broken.dll"));
        }
    }

    private XElement Project => new("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0")),
        Silence,
        new XElement("ItemGroup",
            new XElement("PackageReference", new XAttribute("Include", "Hooks.Runtime"), new XAttribute("Version", "$(HooksVersion)")),
            new XElement("Analyzer", new XAttribute("Include", $"{Name}.Broken.dll")),
            new XElement("GlobalAnalyzerConfigFiles", new XAttribute("Include", "silence.globalconfig"))));

    // Stands in the project and behind it: what comes later in a build overrides what a package has set.
    private XElement Silence => new("PropertyGroup",
        new XElement("TreatWarningsAsErrors", "false"),
        new XElement("NoWarn", $"$(NoWarn);{Diagnostic};{Diagnostic[2..]}"),
        new XElement("WarningsAsErrors", "CS0168"),
        new XElement("WarningsNotAsErrors", $"{Diagnostic},{Diagnostic[2..]}"));

    private void Compile(string file)
    {
        MetadataReference[] framework =
        [
            .. new[] { "System.Runtime", "System.Private.CoreLib", "netstandard" }
                .Select(name => MetadataReference.CreateFromFile(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, $"{name}.dll"))),
        ];
        MetadataReference[] compiler = ForNewerCompiler
            ? [CSharpCompilation.Create("Microsoft.CodeAnalysis", [CSharpSyntaxTree.ParseText(NewerCompiler)], framework, new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference()]
            : [MetadataReference.CreateFromFile(typeof(IIncrementalGenerator).Assembly.Location)];
        var emitted = CSharpCompilation
            .Create($"{Name}.Broken", [CSharpSyntaxTree.ParseText(Source)], [.. framework, .. compiler], new(OutputKind.DynamicallyLinkedLibrary))
            .Emit(file);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }
}
