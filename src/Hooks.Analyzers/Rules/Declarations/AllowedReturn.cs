using System.Collections.Immutable;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>Which of the types that a hook may return is nearest to what a method returns: what can be awaited stays so.</summary>
internal static class AllowedReturn
{
    private static readonly ImmutableArray<string> Names = ["Task", "ValueTask", "HookResult", "Task<HookResult>", "ValueTask<HookResult>"];

    /// <summary>The types for a hook without a verdict, and for one with a verdict.</summary>
    public static (string Nothing, string Verdict) Nearest(IMethodSymbol method) => Wrapper(method) is { } task
        ? (task, $"{task}<HookResult>")
        : ("void", "HookResult");

    /// <summary>What the fix has to know.</summary>
    public static ImmutableDictionary<string, string?> PropertiesFor(IMethodSymbol method, bool mayGiveVerdict) => ImmutableDictionary<string, string?>.Empty
        .Add(FixProperties.Wrapper, Wrapper(method))
        .Add(FixProperties.Verdict, mayGiveVerdict ? bool.TrueString : null);

    /// <summary>The method's own return type as its author wrote it; in full where it looks like one that is allowed.</summary>
    public static string Describe(IMethodSymbol method)
    {
        var reference = method.ReturnsByRefReadonly ? "ref readonly " : method.ReturnsByRef ? "ref " : string.Empty;
        var name = method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return reference + (reference.Length == 0 && Names.Contains(name) ? method.ReturnType.ToDisplayString() : name);
    }

    private static string? Wrapper(IMethodSymbol method) => method.ReturnType switch
    {
        INamedTypeSymbol { Name: "ValueTask", ContainingType: null } type when SymbolNames.IsInTasks(type, method.ContainingAssembly) => "ValueTask",
        INamedTypeSymbol { Name: "Task", ContainingType: null } type when SymbolNames.IsInTasks(type, method.ContainingAssembly) => "Task",
        INamedTypeSymbol { Name: "ValueTask", Arity: <= 1 } => "ValueTask",
        INamedTypeSymbol { Name: "Task" or "IAsyncEnumerable" } => "Task",
        _ => method.IsAsync ? "Task" : null,
    };
}
