using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>Changes for the time of a call, after which the value is set that a local has kept.</summary>
internal static class PutBack
{
    public static bool Is(ContextChange change, HookBody body) =>
        body.Changes.Any(other =>
            other.Path == change.Path
            && other.Operation is ISimpleAssignmentOperation { Value: ILocalReferenceOperation { Local: var local } }
            && body.Operation.Descendants().Any(operation =>
                operation is IVariableDeclaratorOperation { Initializer.Value: IPropertyReferenceOperation { Property: var property } } declarator
                && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
                && SymbolEqualityComparer.Default.Equals(property, change.Path.Member)));
}
