using Hooks.Generators.Emitting;
using Hooks.Generators.Model;
using Hooks.Generators.Parsing;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding;

/// <summary>One <c>[Hook]</c> as it is written, on whatever carries it: a method, a local function, a lambda, an accessor.</summary>
internal sealed class HookDeclaration
{
    private PlacedHook? _place;

    private HookDeclaration(HooksCompilation hooks, SemanticModel semantics, AttributeSyntax syntax, AttributeData attribute, SyntaxNode owner, IMethodSymbol method, CancellationToken cancellationToken)
    {
        Hooks = hooks;
        Semantics = semantics;
        Syntax = syntax;
        Attribute = attribute;
        Owner = owner;
        Method = method;
        CancellationToken = cancellationToken;
        Check = HookMethodRules.Check(method, attribute, hooks.Compilation);
        if (Check is { IsValid: true, Point: { } point })
            Model = HookMethodParser.Model(method, attribute, point, Check.Returns);
    }

    public HooksCompilation Hooks { get; }

    /// <summary>Of the file that has the attribute.</summary>
    public SemanticModel Semantics { get; }

    public AttributeSyntax Syntax { get; }

    public AttributeData Attribute { get; }

    /// <summary>The syntax that carries the attribute.</summary>
    public SyntaxNode Owner { get; }

    public IMethodSymbol Method { get; }

    public HookCheck Check { get; }

    /// <summary>What the generator makes of it; null if it is not valid, so that it is not in the table.</summary>
    public HookModel? Model { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Its place in the table; null if it is not valid.</summary>
    public PlacedHook? Place => Model is null ? null : _place ??= Index.PlaceOf(Model);

    /// <summary>The table as it will be.</summary>
    public HookIndex Index => Hooks.Index(CancellationToken);

    /// <summary>The method's name, or the attribute where a thing without a name carries it.</summary>
    public Location NameLocation => Owner switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        LocalFunctionStatementSyntax function => function.Identifier.GetLocation(),
        _ => Syntax.GetLocation(),
    };

    /// <summary>
    /// Whether return type and parameters are the author's own choice. Those of an accessor, an operator or an explicit
    /// implementation are not, so that all there is to say is that it cannot be a hook.
    /// </summary>
    public bool HasOwnSignature => Method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.AnonymousFunction
        && Method.ContainingType is not { Name.Length: 0 };

    /// <summary>The class of a custom point as written; null where the attribute's name hides it, as an alias does.</summary>
    public TypeSyntax? TypeArgument => Syntax.Name
        .DescendantNodesAndSelf()
        .OfType<GenericNameSyntax>()
        .FirstOrDefault(name => name.Parent == Syntax || name.Parent is NameSyntax { Parent: AttributeSyntax })
        ?.TypeArgumentList.Arguments.FirstOrDefault();

    /// <summary>The value of a named argument as written; null if the attribute has none of that name.</summary>
    public ExpressionSyntax? Argument(string name) =>
        Syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    /// <summary>Where a named argument's value stands; of one that is not written, the attribute.</summary>
    public Location LocationOf(string name) => (Argument(name) ?? (SyntaxNode)Syntax).GetLocation();

    /// <summary>The value of a named argument; null if the attribute has none of that name.</summary>
    public TypedConstant? Setting(string name)
    {
        foreach (var argument in Attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }

    /// <summary>Null if the attribute is no <c>[Hook]</c> or <c>[Hook&lt;TContext&gt;]</c>, or if no method carries it.</summary>
    public static HookDeclaration? Find(AttributeSyntax syntax, SemanticModel semantics, HooksCompilation hooks, CancellationToken cancellationToken)
    {
        if (syntax.Parent?.Parent is not { } owner || !hooks.Candidates.MayBeHook(syntax) || !SymbolNames.IsHookAttribute(semantics.GetSymbolInfo(syntax, cancellationToken).Symbol?.ContainingType))
            return null;
        var symbol = owner switch
        {
            AnonymousFunctionExpressionSyntax => semantics.GetSymbolInfo(owner, cancellationToken).Symbol,
            EventFieldDeclarationSyntax { Declaration.Variables: [var field, ..] } => (semantics.GetDeclaredSymbol(field, cancellationToken) as IEventSymbol)?.AddMethod,
            _ => semantics.GetDeclaredSymbol(owner, cancellationToken),
        };
        if (symbol is not IMethodSymbol method)
            return null;
        return method.FindAttribute(syntax) is { } attribute ? new(hooks, semantics, syntax, attribute, owner, method, cancellationToken) : null;
    }
}
