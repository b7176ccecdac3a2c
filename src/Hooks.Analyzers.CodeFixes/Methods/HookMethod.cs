using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Hooks.Analyzers.CodeFixes.Methods;

/// <summary>The method that a diagnostic is about, to be changed in all its parts, wherever they are.</summary>
internal sealed class HookMethod
{
    private readonly Solution _solution;
    private readonly List<Part> _parts;

    private HookMethod(Solution solution, IMethodSymbol symbol, List<Part> parts)
    {
        _solution = solution;
        Symbol = symbol;
        _parts = parts;
    }

    public IMethodSymbol Symbol { get; }

    /// <summary>The parts; of a partial method two, of which only one has a body.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>Whether the method's type and parameters are nobody else's business: it neither overrides, nor implements, nor is meant to be overridden.</summary>
    public bool HasFreeSignature =>
        Symbol is { IsOverride: false, IsVirtual: false, IsAbstract: false } && !Implementations.Has(Symbol);

    /// <summary>Null where no method declaration carries the attribute: functions within functions have to be moved first.</summary>
    public static async Task<HookMethod?> FindAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        var carrier = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<SyntaxNode>(node =>
            node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax);
        if (carrier is not MethodDeclarationSyntax declaration
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics
            || semantics.GetDeclaredSymbol(declaration, context.CancellationToken) is not IMethodSymbol symbol)
        {
            return null;
        }

        symbol = symbol.PartialDefinitionPart ?? symbol;
        var solution = context.Document.Project.Solution;
        var parts = new List<Part>();
        foreach (var reference in symbol.DeclaringSyntaxReferences.Concat(symbol.PartialImplementationPart?.DeclaringSyntaxReferences ?? []))
        {
            if (solution.GetDocument(reference.SyntaxTree) is not { } document
                || await reference.GetSyntaxAsync(context.CancellationToken).ConfigureAwait(false) is not MethodDeclarationSyntax syntax
                || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            {
                // A part in a generated file cannot be changed, and the other alone would not compile.
                return null;
            }

            parts.Add(new(document.Id, syntax, model));
        }

        return new(solution, symbol, parts);
    }

    /// <summary>The method's other overloads would be hidden, or doubled, by these parameters.</summary>
    public bool Collides(IReadOnlyList<ITypeSymbol> parameters) =>
        Symbol.ContainingType.GetMembers(Symbol.Name).OfType<IMethodSymbol>().Any(other =>
            !SymbolEqualityComparer.Default.Equals(other, Symbol)
            && other.Arity == Symbol.Arity
            && other.Parameters.Select(parameter => parameter.Type).SequenceEqual(parameters, SymbolEqualityComparer.Default));

    /// <summary>Whether code that is not generated names the method, other than in <c>nameof</c> or a comment, so that it would no longer fit.</summary>
    public async Task<bool> IsUsedElsewhereAsync(CancellationToken cancellationToken)
    {
        foreach (var found in await SymbolFinder.FindReferencesAsync(Symbol, _solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var location in found.Locations)
            {
                if (await IsUseAsync(location, cancellationToken).ConfigureAwait(false))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Changes all parts; null where one of them cannot be changed like this.</summary>
    public Solution? Change(Func<Part, MethodDeclarationSyntax?> change)
    {
        var solution = _solution;
        foreach (var file in _parts.GroupBy(part => part.Document))
        {
            var changed = new Dictionary<SyntaxNode, SyntaxNode>();
            foreach (var part in file)
            {
                if (change(part) is not { } replacement)
                    return null;
                changed[part.Syntax] = replacement;
            }

            var root = file.First().Syntax.SyntaxTree.GetRoot();
            solution = solution.WithDocumentSyntaxRoot(file.Key, root.ReplaceNodes(changed.Keys, (old, _) => changed[old]));
        }

        return solution;
    }

    /// <summary>Changes what the method returns; null where that cannot be done.</summary>
    /// <param name="change">Changes the part with the body, its type included.</param>
    /// <param name="type">What the other part is to return.</param>
    public Solution? ChangeReturns(Func<Part, MethodDeclarationSyntax?> change, TypeSyntax type) =>
        Change(part => part.HasBody ? change(part) : part.Syntax.WithReturnType(type.WithTriviaFrom(part.Syntax.ReturnType)));

    // The table is made anew from what the method becomes.
    private static async Task<bool> IsUseAsync(ReferenceLocation location, CancellationToken cancellationToken)
    {
        if (location.Document is SourceGeneratedDocument || location.Location.SourceTree is not { } tree || tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            return false;
        var root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        return !root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true).AncestorsAndSelf().Any(node =>
            node is DocumentationCommentTriviaSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } });
    }

    /// <summary>One declaration of the method.</summary>
    internal sealed record Part(DocumentId Document, MethodDeclarationSyntax Syntax, SemanticModel Semantics)
    {
        /// <summary>Whether it has a body; a definition without one follows what the other part becomes.</summary>
        public bool HasBody => Syntax.Body is not null || Syntax.ExpressionBody is not null;
    }
}
