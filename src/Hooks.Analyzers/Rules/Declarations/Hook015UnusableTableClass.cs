using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK015: a <c>[HookTable]</c> class that the generator cannot complete, so that there is no such table.</summary>
internal sealed class Hook015UnusableTableClass : AttributeRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.UnusableTableClass,
        title: "A [HookTable] class cannot be the table",
        messageFormat: "The class '{0}' does not become the table, because {1}",
        DiagnosticSeverity.Error);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Attribute => MetadataNames.TableAttribute;

    public override void Check(AttributeDeclaration declaration, Action<Diagnostic> report)
    {
        var syntax = (TypeDeclarationSyntax)declaration.Syntax.Parent!.Parent!;
        if (Obstacle(syntax, (INamedTypeSymbol)declaration.Owner, declaration) is { } obstacle)
            report(Diagnostic.Create(Rule, syntax.Identifier.GetLocation(), declaration.Owner.Name, obstacle));
    }

    private static string? Obstacle(TypeDeclarationSyntax syntax, INamedTypeSymbol type, AttributeDeclaration declaration)
    {
        if (syntax is RecordDeclarationSyntax)
            return "it is a record; make it a class";
        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            return "it is not partial; write 'partial class'";
        if (type.ContainingType is not null)
            return $"it stands within '{type.ContainingType.Name}'; move it out";
        if (type.IsStatic || type.IsAbstract)
            return $"it is {(type.IsStatic ? "static" : "abstract")}; remove that";
        if (type.Arity > 0)
            return "it is generic; remove its type parameters";
        if (type.IsFileLocal)
            return "other files cannot name it; make it internal";
        if (type.BaseType is { SpecialType: not SpecialType.System_Object } baseType && !SymbolNames.IsHooksType(baseType, MetadataNames.HookTable))
            return $"it derives from '{baseType.Name}'; the table derives from HookTable, so remove the base class";
        return Other(type, declaration) is { } other ? $"'{other.Name}' is; an assembly has one table, so remove [HookTable] from one of them" : null;
    }

    // The generator takes the first by full name.
    private static INamedTypeSymbol? Other(INamedTypeSymbol type, AttributeDeclaration declaration) =>
        declaration.Hooks.Index(declaration.CancellationToken).Tables
            .Where(other => !SymbolEqualityComparer.Default.Equals(other, type) && string.CompareOrdinal(FullName(other), FullName(type)) < 0)
            .FirstOrDefault(other => other.GetAttributes().Any(attribute => SymbolNames.IsHooksType(attribute.AttributeClass, MetadataNames.TableAttribute)));

    private static string FullName(INamedTypeSymbol type) => CSharpNames.FullName(type, out _);
}
