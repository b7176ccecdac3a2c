using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.CodeFixes.Methods;

/// <summary>A way to mend the parameters of a hook.</summary>
/// <param name="Title">What a user reads.</param>
/// <param name="Types">What the parameters will be.</param>
/// <param name="Of">Makes the new list of an old one.</param>
internal sealed record ParameterChange(string Title, IReadOnlyList<ITypeSymbol> Types, Func<ParameterListSyntax, ParameterListSyntax> Of)
{
    /// <summary>The ways to mend one mistake, the best first.</summary>
    /// <param name="cause">The mistake.</param>
    /// <param name="method">The hook.</param>
    /// <param name="given">The context that its points give; null if no point exists.</param>
    /// <param name="token">The framework's <c>CancellationToken</c>.</param>
    public static IEnumerable<ParameterChange> For(ParameterCause cause, HookMethod method, ITypeSymbol? given, ITypeSymbol? token)
    {
        var types = method.Symbol.Parameters.Select(parameter => parameter.Type).ToList();
        switch (cause)
        {
            case ParameterCause.None when given is not null:
                yield return new($"Add the {given.Name}", [given], list => Insert(list, 0, New(given, Free(list, "context"))));
                if (token is not null && !method.Symbol.ReturnsVoid && SymbolNames.IsInTasks((INamedTypeSymbol)method.Symbol.ReturnType, method.Symbol.ContainingAssembly))
                    yield return new($"Add the {given.Name} and a CancellationToken", [given, token], list => Insert(Insert(list, 0, New(given, "context")), 1, NewToken(list)));
                break;
            case ParameterCause.OnlyToken when given is not null:
                yield return new($"Add the {given.Name}", [given, .. types], list => Insert(list, 0, New(given, Free(list, "context"))));
                break;
            case ParameterCause.Order:
                yield return new("Put the context first", [types[1], types[0]], Swapped);
                break;
            case ParameterCause.Context when given is not null:
            case ParameterCause.NoContext when given is not null && (types[0].SpecialType == SpecialType.System_Object || !IsUsed(method, 0)):
                yield return new($"Take the {given.Name}", [given, .. types.Skip(1)], list => WithType(list, 0, Names.Of(given)));
                break;
            case ParameterCause.Reference when method.Symbol.Parameters.All(parameter => parameter is { RefKind: not RefKind.Out, IsParams: false }):
                yield return new("Take it by value", types, list => ForAll(list, ByValue));
                break;
            case ParameterCause.Default:
                yield return new("Remove the default value", types, list => ForAll(list, WithoutDefault));
                break;
            case ParameterCause.NullableToken when token is not null:
                yield return new("Take a CancellationToken", [types[0], token], list => WithType(list, 1, Names.CancellationToken));
                break;
            case ParameterCause.SecondNotToken when token is not null && !IsUsed(method, 1):
                yield return new("Take a CancellationToken instead", [types[0], token], list => Insert(Kept(list, 1), 1, NewToken(list)));
                yield return new("Remove the parameter", [types[0]], list => Kept(list, 1));
                break;
            case ParameterCause.Extra when Enumerable.Range(2, types.Count - 2).All(index => !IsUsed(method, index)) && SymbolEqualityComparer.Default.Equals(types[1], token):
                yield return new(types.Count == 3 ? "Remove the parameter" : "Remove the parameters", [types[0], types[1]], list => Kept(list, 2));
                break;
        }
    }

    /// <summary>The token behind the context.</summary>
    /// <param name="method">The hook, which takes only the context.</param>
    /// <param name="token">The framework's <c>CancellationToken</c>.</param>
    public static ParameterChange TakeToken(HookMethod method, ITypeSymbol token) =>
        new("Take a CancellationToken", [method.Symbol.Parameters[0].Type, token], list => Insert(list, 1, NewToken(list)));

    /// <summary>Makes the change in all parts of a method; null where another overload is in the way.</summary>
    public Solution? In(HookMethod method) =>
        method.Collides(Types) ? null : method.Change(part => part.Syntax.WithParameterList(Of(part.Syntax.ParameterList)));

    private static bool IsUsed(HookMethod method, int index) => method.Parts.Any(part =>
        (part.Syntax.Body ?? (SyntaxNode?)part.Syntax.ExpressionBody)?.DescendantTokens().Any(word => word.IsKind(SyntaxKind.IdentifierToken) && word.ValueText == part.Syntax.ParameterList.Parameters[index].Identifier.ValueText) ?? false);

    private static ParameterSyntax New(ITypeSymbol type, string name) =>
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(Names.Of(type).WithTrailingTrivia(SyntaxFactory.Space));

    private static ParameterSyntax NewToken(ParameterListSyntax list) =>
        SyntaxFactory.Parameter(SyntaxFactory.Identifier(Free(list, "cancellationToken"))).WithType(Names.CancellationToken.WithTrailingTrivia(SyntaxFactory.Space));

    // A name that nothing in the method has.
    private static string Free(ParameterListSyntax list, string name)
    {
        var taken = new HashSet<string>((list.Parent ?? list).DescendantTokens().Select(word => word.ValueText), StringComparer.Ordinal);
        return taken.Contains(name) ? Enumerable.Range(1, int.MaxValue).Select(number => name + number).First(other => !taken.Contains(other)) : name;
    }

    private static ParameterListSyntax Insert(ParameterListSyntax list, int index, ParameterSyntax parameter)
    {
        var parameters = list.Parameters;
        if (index < parameters.Count)
        {
            // Where parameters stand one below the other, the new one takes the place of the one that it pushes on.
            parameter = parameter.WithLeadingTrivia(parameters[index].GetLeadingTrivia());
            parameters = parameters.Replace(parameters[index], parameters[index].WithLeadingTrivia());
        }

        parameters = parameters.Insert(index, parameter);
        var added = Math.Max(0, index - 1);
        return list.WithParameters(SyntaxFactory.SeparatedList(
            parameters,
            parameters.GetSeparators().Select((comma, place) => place == added ? comma.WithTrailingTrivia(SyntaxFactory.Space) : comma)));
    }

    private static ParameterListSyntax Kept(ParameterListSyntax list, int count)
    {
        while (list.Parameters.Count > count)
            list = list.WithParameters(list.Parameters.RemoveAt(list.Parameters.Count - 1));
        return list;
    }

    private static ParameterListSyntax Swapped(ParameterListSyntax list) => list.ReplaceNodes(
        list.Parameters,
        (parameter, _) => list.Parameters[1 - list.Parameters.IndexOf(parameter)].WithTriviaFrom(parameter));

    private static ParameterListSyntax WithType(ParameterListSyntax list, int index, TypeSyntax type)
    {
        var parameter = list.Parameters[index];
        return list.WithParameters(list.Parameters.Replace(parameter, parameter.WithType(type.WithTriviaFrom(parameter.Type!))));
    }

    private static ParameterListSyntax ForAll(ParameterListSyntax list, Func<ParameterSyntax, ParameterSyntax> change) =>
        list.ReplaceNodes(list.Parameters, (parameter, _) => change(parameter));

    private static ParameterSyntax ByValue(ParameterSyntax parameter)
    {
        var kept = parameter.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.RefKeyword) && !modifier.IsKind(SyntaxKind.InKeyword) && !modifier.IsKind(SyntaxKind.ReadOnlyKeyword));
        return parameter.WithModifiers([.. kept]).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    private static ParameterSyntax WithoutDefault(ParameterSyntax parameter) => parameter.Default is null
        ? parameter
        : parameter.WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia(parameter.GetTrailingTrivia()));
}
