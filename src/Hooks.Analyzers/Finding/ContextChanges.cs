using System.Collections.Immutable;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// Where a body changes data of its context: a property or indexer of the context, or of something reached from it, is
/// set, or a method that changes is called on it. What all contexts have (<c>AddContext</c>, <c>Items</c>, <c>Services</c>)
/// is no data of the moment. Changes by methods that are handed the context are not seen.
/// </summary>
internal static class ContextChanges
{
    /// <summary>Methods that change the object they are called on, of <c>HookArguments</c> and of collections.</summary>
    public static ImmutableHashSet<string> ChangingMethods { get; } = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Add", "AddRange", "AddFirst", "AddLast", "Clear", "Enqueue", "Dequeue", "Insert", "InsertRange", "Push", "Pop", "Remove", "RemoveAll",
        "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "ReplaceAll", "Reverse", "Sort", "TryAdd", "TryRemove");

    /// <summary>The changes, in the order in which they are written.</summary>
    /// <param name="body">The operation of the method's body.</param>
    /// <param name="context">The parameter that is the context.</param>
    public static IReadOnlyList<ContextChange> Of(IOperation body, IParameterSymbol context)
    {
        var paths = new ContextPaths(body, context);
        var changes = new List<ContextChange>();
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAssignmentOperation { Target: ITupleOperation tuple }:
                    foreach (var element in tuple.Elements)
                        AddWrite(operation, element);
                    break;
                case IAssignmentOperation assignment:
                    AddWrite(operation, assignment.Target);
                    break;
                case IIncrementOrDecrementOperation increment:
                    AddWrite(operation, increment.Target);
                    break;
                case IInvocationOperation { Instance: { } instance, TargetMethod: var method } when paths.Of(instance) is { } path && Changes(method, path):
                    Add(operation, path.Member is null ? new(method, null, 1) : WithKey(path, (IInvocationOperation)operation), instance.Syntax);
                    break;
            }
        }

        return changes;

        void AddWrite(IOperation write, IOperation target)
        {
            // A struct that is reached is a copy, and the compiler refuses to change it in place.
            if (target is IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation && paths.Of(target) is { Depth: > 0 } path)
                Add(write, path, target.Syntax);
        }

        void Add(IOperation operation, ContextPath path, SyntaxNode target) =>
            changes.Add(new(operation, path, target) { IsInFunction = IsInFunction(operation) });
    }

    // arguments.Remove("command") changes one argument; a list's Remove("text") the list.
    private static ContextPath WithKey(ContextPath path, IInvocationOperation call) =>
        path.Depth == 1 && SymbolNames.IsHooksType(call.TargetMethod.ContainingType, MetadataNames.HookArguments) && call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string key } }]
            ? path with { Key = key }
            : path;

    private static bool Changes(IMethodSymbol method, ContextPath path) =>
        path.Depth == 0
            ? method.Name == "Narrow" && SymbolNames.IsHooksType(method.ContainingType, "ToolDiscoveryContext")
            : ChangingMethods.Contains(method.Name) && !method.IsStatic;

    private static bool IsInFunction(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }
}
