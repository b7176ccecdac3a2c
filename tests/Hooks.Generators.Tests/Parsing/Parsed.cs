using Hooks.Generators.Model;

namespace Hooks.Generators.Tests.Parsing;

/// <summary>What the parser makes of a source.</summary>
internal static class Parsed
{
    /// <summary>The model behind the output; null if nothing is put out.</summary>
    public static TableModel? Table(HookCompilation project) =>
        (TableModel?)project.Generate().Values(StepNames.Table).Single();

    /// <summary>The hooks of a source.</summary>
    public static IReadOnlyList<HookModel> Hooks(string source) => Hooks(HookCompilation.Library(source));

    /// <summary>The hooks of a project, which has to compile apart from them being hooks.</summary>
    public static IReadOnlyList<HookModel> Hooks(HookCompilation project)
    {
        var result = project.Generate();
        Assert.Null(result.Run.Exception);
        Assert.Empty(project.Create().GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && !diagnostic.IsWarningAsError));
        return [.. (IEnumerable<HookModel>)result.Values(StepNames.OwnHooks).Single()!];
    }

    /// <summary>The one hook of a source.</summary>
    public static HookModel Hook(string source) => Assert.Single(Hooks(source));

    /// <summary>Whether a member of a public static class is a hook, at <c>BeforeToolCall</c> unless it says otherwise.</summary>
    public static bool Member(string member) =>
        Hooks($"public static class Guards {{ {(member.StartsWith('[') ? string.Empty : "[Hook(HookPoint.BeforeToolCall)] ")}{member} }}").Count > 0;
}
