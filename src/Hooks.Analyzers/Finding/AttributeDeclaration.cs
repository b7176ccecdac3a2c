using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding;

/// <summary>One attribute as it is written that is no <c>[Hook]</c>, but on a class or an assembly.</summary>
internal sealed class AttributeDeclaration
{
    private static readonly string[] OfTypes = [MetadataNames.HookPointAttribute, MetadataNames.TableAttribute];
    private static readonly string[] OfAssemblies = [MetadataNames.ToolGroupAttribute, MetadataNames.ExcludeHooksAttribute];

    private AttributeDeclaration(HooksCompilation hooks, SemanticModel semantics, AttributeSyntax syntax, AttributeData attribute, ISymbol owner, string name, CancellationToken cancellationToken)
    {
        Hooks = hooks;
        Semantics = semantics;
        Syntax = syntax;
        Attribute = attribute;
        Owner = owner;
        Name = name;
        CancellationToken = cancellationToken;
    }

    public HooksCompilation Hooks { get; }

    /// <summary>Of the file that has the attribute.</summary>
    public SemanticModel Semantics { get; }

    public AttributeSyntax Syntax { get; }

    public AttributeData Attribute { get; }

    /// <summary>The class or the assembly.</summary>
    public ISymbol Owner { get; }

    /// <summary>One of <see cref="MetadataNames"/>.</summary>
    public string Name { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Whether what carries an attribute may carry one of these, so that it is no <c>[Hook]</c>.</summary>
    public static bool MayBeOn(SyntaxNode? owner) => owner is CompilationUnitSyntax or ClassDeclarationSyntax or RecordDeclarationSyntax;

    /// <summary>Null if the attribute is another one.</summary>
    public static AttributeDeclaration? Find(AttributeSyntax syntax, SemanticModel semantics, HooksCompilation hooks, CancellationToken cancellationToken)
    {
        var type = syntax.Parent?.Parent as TypeDeclarationSyntax;
        var names = type is null ? OfAssemblies : OfTypes;
        if (!Array.Exists(names, known => hooks.Candidates.MayBe(known, syntax)))
            return null;
        var attributeClass = semantics.GetSymbolInfo(syntax, cancellationToken).Symbol?.ContainingType;
        if (Array.Find(names, known => SymbolNames.IsHooksType(attributeClass, known)) is not { } name)
            return null;
        ISymbol? owner = type is null ? hooks.Compilation.Assembly : semantics.GetDeclaredSymbol(type, cancellationToken);
        return owner?.FindAttribute(syntax) is { } attribute ? new(hooks, semantics, syntax, attribute, owner, name, cancellationToken) : null;
    }
}
