using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>
/// HOOK118: a hook of a library without a table, at a custom point that no other assembly's table can name, so that no table has
/// it. Friends do not help: what a library lists of its hooks is the same for all who read it.
/// </summary>
internal sealed class Hook118HookInNoTable : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.HookInNoTable,
        title: "A hook is in no table",
        messageFormat: "The hook '{0}' never runs: {1} is not public, so that no table of another assembly has the hook, and this library has no table; make '{2}' public, or add a [HookTable] class",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (hook.Model is not { Point.IsContextPublic: false } || hook.Check.Point is not { Context: var context } || hook.Hooks.IsTestProject)
            return;
        if (hook.Index.Assembly.IsExecutable || hook.Index.Tables.Count > 0)
            return;
        var hidden = Hidden(context);
        report(Diagnostic.Create(
            Rule,
            (hook.TypeArgument ?? (SyntaxNode)hook.Syntax).GetLocation(),
            hook.Method.Name,
            SymbolEqualityComparer.Default.Equals(hidden, context) ? $"'{context.Name}'" : $"'{hidden.Name}', which contains '{context.Name}',",
            hidden.Name));
    }

    private static INamedTypeSymbol Hidden(INamedTypeSymbol context)
    {
        var type = context;
        while (type.DeclaredAccessibility == Accessibility.Public && type.ContainingType is { } outer)
            type = outer;
        return type;
    }
}
