using System.Collections.Immutable;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// Whether a hook may judge by exception: it throws, or calls something that throws by its name, or hands what it judges to
/// code of its own authors, which may do so. What the framework is handed only records it.
/// </summary>
internal static class JudgingCalls
{
    private static readonly ImmutableArray<string> Verbs = ["Ensure", "Require", "Demand", "Assert", "Verify", "Check", "Validat", "Guard", "Throw", "Against", "Authoriz", "Enforce", "Must", "Reject", "Deny", "Forbid"];

    public static bool MayStandIn(HookBody body)
    {
        foreach (var operation in body.Operation.Descendants())
        {
            if (MayJudge(operation, body))
                return true;
        }

        return false;
    }

    private static bool MayJudge(IOperation operation, HookBody body) => operation switch
    {
        IThrowOperation => true,
        IInvocationOperation call => SaysSo(call.TargetMethod) || (IsOwn(call.TargetMethod, body) && (IsData(call.Instance, body) || call.Arguments.Any(argument => IsData(argument.Value, body)))),
        IObjectCreationOperation { Constructor: { } constructor } creation => IsOwn(constructor, body) && creation.Arguments.Any(argument => IsData(argument.Value, body)),
        _ => false,
    };

    private static bool SaysSo(IMethodSymbol method) =>
        method.Name != nameof(System.Threading.CancellationToken.ThrowIfCancellationRequested)
        && Verbs.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal) || method.ContainingType.Name.StartsWith(verb, StringComparison.Ordinal));

    // A delegate leads to somebody's method, and a parameter that is a context is declared by someone who knows hooks.
    private static bool IsOwn(IMethodSymbol method, HookBody body) =>
        method.MethodKind == MethodKind.DelegateInvoke
        || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, body.Method.ContainingAssembly)
        || (!IsOfHooks(method) && method.OriginalDefinition.Parameters.Any(parameter => IsOfHooks(parameter.Type) || IsOfHooks(parameter.Type.BaseType)));

    private static bool IsOfHooks(ISymbol? symbol) => symbol?.ContainingAssembly?.Name == MetadataNames.RuntimeAssembly;

    // Locals count as data, for they are made of it more often than not.
    private static bool IsData(IOperation? value, HookBody body) =>
        value is not null && value.DescendantsAndSelf().Any(operation =>
            operation is ILocalReferenceOperation
            || (operation is IParameterReferenceOperation { Parameter: var parameter } && body.Method.Parameters is [var context, ..] && SymbolEqualityComparer.Default.Equals(parameter, context)));
}
