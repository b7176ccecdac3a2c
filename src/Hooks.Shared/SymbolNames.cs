using Microsoft.CodeAnalysis;

namespace Hooks.Shared;

/// <summary>Recognises types by name, which is much cheaper than to resolve them in every compilation.</summary>
internal static class SymbolNames
{
    /// <summary>Whether the type is the one of Hooks.Runtime with this name.</summary>
    public static bool IsHooksType(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { ContainingType: null, Arity: 0 }
        && type.Name == name
        && type.ContainingNamespace is { Name: MetadataNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether the type is <c>HookAttribute</c> or <c>HookAttribute&lt;TContext&gt;</c>.</summary>
    public static bool IsHookAttribute(INamedTypeSymbol? type) =>
        type is { Name: "HookAttribute", ContainingType: null, Arity: 0 or 1, ContainingNamespace: { Name: MetadataNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the type is the framework's <c>Task</c> or <c>ValueTask</c>, of something or of nothing.</summary>
    public static bool IsTask(ITypeSymbol? type, IAssemblySymbol other) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" } task && IsInTasks(task, other);

    /// <summary>Whether the type stands in <c>System.Threading.Tasks</c>, in an assembly other than the given one.</summary>
    public static bool IsInTasks(INamedTypeSymbol type, IAssemblySymbol other) =>
        type.ContainingNamespace is { Name: "Tasks", ContainingNamespace: var threading } && IsThreading(threading) && IsElsewhere(type, other);

    /// <summary>Whether the type stands in <c>System.Threading</c>, in an assembly other than the given one.</summary>
    public static bool IsInThreading(INamedTypeSymbol type, IAssemblySymbol other) => IsThreading(type.ContainingNamespace) && IsElsewhere(type, other);

    /// <summary>Whether the type is the framework's <c>CancellationToken</c>.</summary>
    public static bool IsToken(ITypeSymbol type, IAssemblySymbol other) =>
        type is INamedTypeSymbol { Name: "CancellationToken", TypeKind: TypeKind.Struct, ContainingType: null } named
        && IsThreading(named.ContainingNamespace)
        && IsElsewhere(named, other);

    private static bool IsThreading(INamespaceSymbol? space) =>
        space is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsElsewhere(INamedTypeSymbol type, IAssemblySymbol other) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, other);
}
