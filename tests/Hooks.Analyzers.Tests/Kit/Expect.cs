using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Kit;

/// <summary>Says where a rule must speak, and where it must not. Other rules may say what they like.</summary>
internal static class Expect
{
    /// <summary>The rule speaks at exactly the <c>[|marked|]</c> places, with this message at the first of them if one is given.</summary>
    public static Task FindAsync(string id, string marked, string? message = null) => FindAsync(id, HookCompilation.Library, marked, message);

    /// <summary>The same in a project of another kind.</summary>
    public static async Task FindAsync(string id, ProjectOf project, string marked, string? message = null)
    {
        var markup = Markup.Parse(marked);
        if (markup.Spans.IsEmpty)
            throw new TestKitException("No place is marked.");
        var found = await OfAsync(id, project(markup.Text));
        Assert.Equal(
            markup.Spans.Select(span => $"{span} {markup.Text.Substring(span.Start, span.Length)}"),
            found.Select(diagnostic => $"{diagnostic.Location.SourceSpan} {TextOf(diagnostic)}"));
        if (message is not null)
            Assert.Equal(message, found[0].GetMessage(CultureInfo.InvariantCulture));
    }

    /// <summary>The rule says nothing.</summary>
    public static Task NothingAsync(string id, string source) => NothingAsync(id, HookCompilation.Library(source));

    /// <summary>The same in a project of another kind.</summary>
    public static async Task NothingAsync(string id, HookCompilation project) =>
        Assert.Empty((await OfAsync(id, project)).Select(Analysis.Describe));

    /// <summary>What the rule says of a project.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OfAsync(string id, HookCompilation project) =>
        [.. (await Analysis.RunAsync(project)).Where(diagnostic => diagnostic.Id == id)];

    private static string? TextOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan);
}

/// <summary>Makes a project of one source: <c>HookCompilation.Library</c>, or <c>source => HookCompilation.Program(source)</c>.</summary>
internal delegate HookCompilation ProjectOf(params ReadOnlySpan<string> sources);
