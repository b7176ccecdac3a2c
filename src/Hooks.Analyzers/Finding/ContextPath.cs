using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>What an expression reaches from the context: the context itself, one of its members, or something within that.</summary>
/// <param name="Member">The member of the context; null for the context itself.</param>
/// <param name="Key">The name in an indexer directly behind the member, as in <c>call.Arguments["command"]</c>, where it is constant; otherwise null.</param>
/// <param name="Depth">How many steps the expression is from the context: 0 is the context, 1 a member.</param>
internal sealed record ContextPath(ISymbol? Member, string? Key, int Depth)
{
    public static ContextPath Context { get; } = new(null, null, 0);
}

/// <summary>A place where a body changes data of the context.</summary>
/// <param name="Operation">The assignment, the increment or the call.</param>
/// <param name="Path">What is changed.</param>
/// <param name="Target">The changed thing as it is written, for a message: <c>call.Arguments["command"]</c>, <c>tools.Narrow</c>.</param>
internal sealed record ContextChange(IOperation Operation, ContextPath Path, SyntaxNode Target)
{
    /// <summary>Whether it stands in a lambda or a local function, which may run later or never.</summary>
    public bool IsInFunction { get; init; }
}
