using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>How a call that gets no token could be given one.</summary>
internal static class TokenArgument
{
    /// <summary>The argument to append; null if the call gets a token, or would not take one, or another method would be called with it.</summary>
    /// <param name="awaited">The call.</param>
    /// <param name="token">The hook's token.</param>
    /// <param name="body">The hook.</param>
    public static string? Find(AwaitedCall awaited, IParameterSymbol token, HookBody body)
    {
        var call = awaited.Operation;
        if (call.Syntax is not InvocationExpressionSyntax syntax || call.Arguments.Any(argument => IsInTheWay(argument, body)))
            return null;
        var value = CSharpNames.Escape(token.Name);
        foreach (var candidate in Candidates(call, body))
        {
            // Extension methods count what they are called on as a parameter.
            var written = syntax.ArgumentList.Arguments.Count + call.TargetMethod.Parameters.Length - (Symbol(syntax, body)?.Parameters.Length ?? 0);
            var place = candidate.Parameters.Length - 1;
            while (!IsToken(candidate.Parameters[place].Type, body))
                place--;
            var isInOrder = written == place && syntax.ArgumentList.Arguments.All(argument => argument.NameColon is null);
            var argument = isInOrder ? value : $"{CSharpNames.Escape(candidate.Parameters[place].Name)}: {value}";

            // The compiler itself says which method would be called.
            var changed = syntax.WithArgumentList(syntax.ArgumentList.AddArguments([.. SyntaxFactory.ParseArgumentList($"({argument})").Arguments]));
            var bound = body.Semantics.GetSpeculativeSymbolInfo(syntax.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
            if (bound is not null && SymbolEqualityComparer.Default.Equals(Definition(bound), Definition(candidate)) && AwaitsTheSame(call.TargetMethod, bound, awaited.IsDirect, body))
                return argument;
        }

        return null;
    }

    // Behind an expanded params array nothing can be appended; and a token that is given is a decision.
    private static bool IsInTheWay(IArgumentOperation argument, HookBody body) =>
        argument.ArgumentKind == ArgumentKind.ParamArray || (argument.ArgumentKind == ArgumentKind.Explicit && IsToken(argument.Parameter?.Type, body));

    // The method itself, if its token is optional; otherwise its overloads with a token behind the same parameters.
    private static IEnumerable<IMethodSymbol> Candidates(IInvocationOperation call, HookBody body)
    {
        var target = call.TargetMethod;
        if (target.Parameters.Any(parameter => IsToken(parameter.Type, body)))
        {
            if (target.Parameters.Count(parameter => IsToken(parameter.Type, body)) == 1)
                yield return target;
            yield break;
        }

        for (var type = call.Instance?.Type as INamedTypeSymbol ?? target.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(target.Name))
            {
                if (member is IMethodSymbol method && IsSameWithToken(target, method, body) && !IsObsolete(method) && !IsTheHook(method, body))
                    yield return method;
            }
        }
    }

    private static bool IsSameWithToken(IMethodSymbol target, IMethodSymbol overload, HookBody body)
    {
        if (overload.IsStatic != target.IsStatic || overload.Arity != target.Arity || overload.Parameters.Length != target.Parameters.Length + 1)
            return false;
        var parameters = (target.Arity == 0 ? overload : overload.Construct([.. target.TypeArguments])).Parameters;
        for (var i = 0; i < target.Parameters.Length; i++)
        {
            if (target.Parameters[i].RefKind != parameters[i].RefKind || !SymbolEqualityComparer.Default.Equals(target.Parameters[i].Type, parameters[i].Type))
                return false;
        }

        return IsToken(parameters[parameters.Length - 1].Type, body);
    }

    private static bool AwaitsTheSame(IMethodSymbol target, IMethodSymbol bound, bool isDirect, HookBody body)
    {
        if (SymbolEqualityComparer.Default.Equals(target.ReturnType, bound.ReturnType))
            return true;
        return isDirect
            && target.ReturnType is INamedTypeSymbol left && IsTask(left, body)
            && bound.ReturnType is INamedTypeSymbol right && IsTask(right, body)
            && left.TypeArguments.Length == right.TypeArguments.Length
            && left.TypeArguments.Zip(right.TypeArguments, SymbolEqualityComparer.Default.Equals).All(same => same);
    }

    private static bool IsTask(ITypeSymbol type, HookBody body) => SymbolNames.IsTask(type, body.Method.ContainingAssembly);

    private static bool IsToken(ITypeSymbol? type, HookBody body) => type is not null && SymbolNames.IsToken(type, body.Method.ContainingAssembly);

    // A hook that hands its work to an overload of itself must not be told to call itself.
    private static bool IsTheHook(IMethodSymbol method, HookBody body) => SymbolEqualityComparer.Default.Equals(Definition(method), Definition(body.Method));

    private static bool IsObsolete(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute));

    private static IMethodSymbol? Symbol(InvocationExpressionSyntax syntax, HookBody body) =>
        body.Semantics.GetSymbolInfo(syntax, body.CancellationToken).Symbol as IMethodSymbol;

    private static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;
}
