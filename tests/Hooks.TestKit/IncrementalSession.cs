using Hooks.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.TestKit;

/// <summary>A project that is open in an editor: the generator keeps its state from edit to edit.</summary>
public sealed class IncrementalSession
{
    private HookCompilation _project;
    private Compilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>Opens the project and runs the generator for the first time.</summary>
    public IncrementalSession(HookCompilation project)
    {
        _project = project;
        _compilation = project.Create();
        _driver = CSharpGeneratorDriver.Create(
            [new HooksGenerator().AsSourceGenerator()],
            parseOptions: project.ParseOptions,
            optionsProvider: BuildProperties.Of(project),
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Result = Run();
    }

    /// <summary>What the last run has made.</summary>
    public GeneratorResult Result { get; private set; }

    /// <summary>Replaces the one occurrence of a text in a file, as typing does, and runs.</summary>
    public GeneratorResult Edit(string path, string find, string replacement)
    {
        var tree = Tree(path);
        var text = tree.GetText();
        var at = text.ToString().IndexOf(find, StringComparison.Ordinal);
        if (at < 0)
            throw new TestKitException($"'{find}' is not in {path}.");
        var changed = tree.WithChangedText(text.WithChanges(new TextChange(new(at, find.Length), replacement)));
        return RunOn(_compilation.ReplaceSyntaxTree(tree, changed));
    }

    /// <summary>Adds a file and runs.</summary>
    public GeneratorResult Add(string path, string text)
    {
        _project = _project.WithSource(path, text);
        return RunOn(_compilation.AddSyntaxTrees(_project.Parse(path, text)));
    }

    /// <summary>Removes a file and runs.</summary>
    public GeneratorResult Remove(string path) => RunOn(_compilation.RemoveSyntaxTrees(Tree(path)));

    /// <summary>Adds a reference and runs.</summary>
    public GeneratorResult Add(CompiledAssembly library)
    {
        _project = _project.WithLibraries(library);
        return RunOn(_compilation.AddReferences(library.Reference));
    }

    /// <summary>Changes the properties that the build passes, and runs.</summary>
    public GeneratorResult SetRootNamespace(string? rootNamespace)
    {
        _project = _project with { RootNamespace = rootNamespace };
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(BuildProperties.Of(_project));
        return RunOn(_compilation);
    }

    /// <summary>Runs on the same sources and references in a new compilation.</summary>
    public GeneratorResult Rerun() => RunOn(_compilation.Clone());

    private GeneratorResult RunOn(Compilation compilation)
    {
        _compilation = compilation;
        return Result = Run();
    }

    private GeneratorResult Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out _);
        return new(_project, output, _driver.GetRunResult().Results.Single());
    }

    private SyntaxTree Tree(string path) => _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
}
