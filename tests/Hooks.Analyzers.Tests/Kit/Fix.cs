using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Analyzers.Tests.Kit;

/// <summary>Applies code fixes as an editor does, and compiles what comes out.</summary>
internal static class Fix
{
    private const string Path = "Test0.cs";

    /// <summary>Whether there is a fix for a rule.</summary>
    public static bool Exists(string id) => ProvidersOf(id).Any();

    /// <summary>The titles that are offered for the first diagnostic with this id, in order.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(string id, string source, bool allowErrors = false)
    {
        var project = HookCompilation.Library(source);
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, project);
        var diagnostic = (await DiagnosticsAsync(id, project, allowErrors)).First();
        return [.. (await ActionsAsync(document, diagnostic)).Select(action => action.Title)];
    }

    /// <summary>What tells which of the fixes that are offered for diagnostics with this id are applied together: those of each diagnostic, in order.</summary>
    public static async Task<IReadOnlyList<string?[]>> KeysAsync(string id, string source)
    {
        var project = HookCompilation.Library(source);
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, project);
        var keys = new List<string?[]>();
        foreach (var diagnostic in await DiagnosticsAsync(id, project))
            keys.Add([.. (await ActionsAsync(document, diagnostic)).Select(action => action.EquivalenceKey)]);
        return keys;
    }

    /// <summary>
    /// Applies the fix whose title contains a text to the first diagnostic. The result has to be exactly <paramref name="after"/>,
    /// to compile, and to have no diagnostic that was not there before.
    /// </summary>
    public static Task AppliesAsync(string id, string before, string after, string title = "") => CheckAsync(id, HookCompilation.Library(before), after, title, all: false);

    /// <summary>The same for code that someone is still typing, which the fix makes compile.</summary>
    public static Task CompletesAsync(string id, string before, string after) => CheckAsync(id, HookCompilation.Library(before), after, title: "", all: false, allowErrors: true);

    /// <summary>The same for all diagnostics of the document at once, as "Fix all in document" does.</summary>
    public static Task AppliesToAllAsync(string id, string before, string after, string title = "") => AppliesToAllAsync(id, HookCompilation.Library, before, after, title);

    /// <summary>The same in a project of another kind.</summary>
    public static Task AppliesToAllAsync(string id, ProjectOf project, string before, string after, string title = "") => CheckAsync(id, project(before), after, title, all: true);

    private static async Task CheckAsync(string id, HookCompilation project, string after, string title, bool all, bool allowErrors = false)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, project);
        var found = await Analysis.RunAsync(project, allowErrors);
        var mine = found.Where(diagnostic => diagnostic.Id == id).ToList();
        if (mine.Count == 0)
            throw new TestKitException($"There is no {id} to mend, only: {string.Join("\n", found.Select(Analysis.Describe))}");
        var action = (await ActionsAsync(document, mine[0])).FirstOrDefault(action => action.Title.Contains(title, StringComparison.Ordinal))
            ?? throw new TestKitException($"No fix with '{title}' in its title is offered, only: {string.Join(", ", (await ActionsAsync(document, mine[0])).Select(action => action.Title))}");
        if (all)
            action = await FixAllAsync(document, mine, action);

        var solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var text = (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
        Assert.Equal(after, text);

        var left = await Analysis.RunAsync(project.WithSource(Path, text));
        var known = found.Select(Text).ToHashSet();
        Assert.Empty(left.Where(diagnostic => !known.Contains(Text(diagnostic))).Select(Analysis.Describe));
        Assert.True(left.Count(diagnostic => diagnostic.Id == id) <= (all ? 0 : mine.Count - 1), "The diagnostic is still there.");
    }

    // Editors find providers by this export, so one without it is of no use.
    private static IEnumerable<CodeFixProvider> ProvidersOf(string id) =>
        typeof(CodeFixes.HookCodeFix).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .Where(provider => provider.FixableDiagnosticIds.Contains(id));

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string id, HookCompilation project, bool allowErrors = false) =>
        [.. (await Analysis.RunAsync(project, allowErrors)).Where(diagnostic => diagnostic.Id == id)];

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var provider in ProvidersOf(diagnostic.Id))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, await InAsync(document, diagnostic), (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<CodeAction> FixAllAsync(Document document, List<Diagnostic> diagnostics, CodeAction first)
    {
        var provider = ProvidersOf(diagnostics[0].Id).Single();
        var own = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
            own.Add(await InAsync(document, diagnostic));
        var context = new FixAllContext(document, provider, FixAllScope.Document, first.EquivalenceKey!, provider.FixableDiagnosticIds, new Known(own), CancellationToken.None);
        return await provider.GetFixAllProvider()!.GetFixAsync(context) ?? throw new TestKitException("Fix all offers nothing.");
    }

    private static Document Open(AdhocWorkspace workspace, HookCompilation project)
    {
        var output = project.Generate().Output;
        var opened = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, project.AssemblyName, project.AssemblyName, LanguageNames.CSharp,
            compilationOptions: output.Options, parseOptions: output.SyntaxTrees.First().Options, metadataReferences: output.References));
        DocumentId? mine = null;
        foreach (var tree in output.SyntaxTrees)
        {
            var document = workspace.AddDocument(opened.Id, tree.FilePath, SourceText.From(tree.ToString()));
            if (tree.FilePath == Path)
                mine = document.Id;
        }

        return workspace.CurrentSolution.GetDocument(mine!)!;
    }

    private static async Task<Diagnostic> InAsync(Document document, Diagnostic diagnostic) => Diagnostic.Create(
        diagnostic.Descriptor,
        Location.Create((await document.GetSyntaxTreeAsync())!, diagnostic.Location.SourceSpan),
        diagnostic.AdditionalLocations,
        diagnostic.Properties);

    private static string Text(Diagnostic diagnostic) => diagnostic.Id + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Known(IReadOnlyList<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
