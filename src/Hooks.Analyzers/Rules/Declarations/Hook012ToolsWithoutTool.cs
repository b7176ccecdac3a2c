using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK012: <c>Tools</c> at a point whose context has no tool name that it could be compared with.</summary>
internal sealed class Hook012ToolsWithoutTool : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ToolsWithoutTool,
        title: "Tools at a point without a tool",
        messageFormat: "The hook '{0}' has Tools, but {1}",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.ToolsWithoutTool) || hook.Check.Point is not { } point)
            return;
        var remedy = point.IsCustom
            ? $"'{point.Context.Name}' has no public string property ToolName; add one, or remove Tools"
            : $"{point.Name} has no tool; remove Tools, or choose a point that has one, such as BeforeToolCall";
        report(Diagnostic.Create(Rule, (hook.Argument("Tools")?.Parent ?? hook.Syntax).GetLocation(), hook.Method.Name, remedy));
    }
}
