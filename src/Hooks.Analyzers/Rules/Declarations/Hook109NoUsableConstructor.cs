using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK109: instance hooks of a class of which no table can get an object; found once a class.</summary>
internal sealed class Hook109NoUsableConstructor : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.NoUsableConstructor,
        title: "No table can get an object of a class with hooks",
        messageFormat: "The class '{0}' has hooks, but {1}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        var type = hook.Method.ContainingType;
        if (hook.Model is not { Owner.CanCreate: false } || !IsFirstOf(type, hook) || hook.Index.Tables.Contains(type, SymbolEqualityComparer.Default))
            return;
        var reason = HookObjects.CannotExist(type, hook.Hooks.Compilation, hook.CancellationToken)
            ? "nothing can make an object of it; make a constructor internal or public, or the hooks static"
            : HookObjects.CannotBeHandedOver(type, hook.Index, hook.CancellationToken)
                ? "assemblies that merge them cannot make an object of it, and nothing here gives one to a service provider; make the class public, or give it a constructor without parameters"
                : null;
        if (reason is not null)
            report(Diagnostic.Create(Rule, (hook.Owner.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation()) ?? hook.NameLocation, type.Name, reason));
    }

    private static bool IsFirstOf(INamedTypeSymbol type, HookDeclaration hook)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => !method.IsStatic))
        {
            foreach (var attribute in method.GetAttributes())
            {
                if (SymbolNames.IsHookAttribute(attribute.AttributeClass) && HookMethodRules.Check(method, attribute, hook.Hooks.Compilation).IsValid)
                    return attribute.IsWrittenAs(hook.Syntax);
            }
        }

        return false;
    }
}
