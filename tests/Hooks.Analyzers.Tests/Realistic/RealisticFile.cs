using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Tests.Realistic;

/// <summary>A file as a user has written it, who knows the documentation and none of the rules.</summary>
internal sealed record RealisticFile(string Name, string Text)
{
    /// <summary>What the SDK lets every source use; all else is written in the files.</summary>
    public const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private readonly CompilationUnitSyntax _root = CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot();

    public static IReadOnlyList<RealisticFile> All { get; } =
    [
        .. typeof(RealisticFile).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new RealisticFile(name, Read(name))),
    ];

    /// <summary>Whether the file has top-level statements or a Main.</summary>
    public bool IsProgram => IsTopLevel
        || _root.DescendantNodes().OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.ValueText == "Main");

    public bool IsTopLevel => _root.Members.OfType<GlobalStatementSyntax>().Any();

    /// <summary>Whether the file has a table class of its own.</summary>
    public bool HasTable => Attributes("HookTable").Any();

    /// <summary>How many times a <c>[Hook]</c> is written in the file.</summary>
    public int Hooks => Attributes("Hook").Count();

    /// <summary>The project's name: the file's namespace, or the one that a program without a namespace uses.</summary>
    public string Project => _root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? _root.Usings.Last().Name!.ToString();

    /// <summary>A project of this file alone, as strict as the kit can be.</summary>
    public HookCompilation Alone() => Together([this]) with { AssemblyName = Project, RootNamespace = Project };

    /// <summary>One project of several files.</summary>
    public static HookCompilation Together(IReadOnlyList<RealisticFile> files)
    {
        var project = files.Any(file => file.IsProgram) ? HookCompilation.Program() : HookCompilation.Library();
        foreach (var file in files)
            project = RegexGenerator.Complete(project.WithSource(file.Name, file.Text), file.Name);
        return project with { GlobalUsings = ImplicitUsings };
    }

    public override string ToString() => Name;

    private IEnumerable<AttributeSyntax> Attributes(string name) => _root.DescendantNodes().OfType<AttributeSyntax>()
        .Where(attribute => attribute.Name is SimpleNameSyntax simple && simple.Identifier.ValueText == name);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(RealisticFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
