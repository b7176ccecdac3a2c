using System.Collections.Immutable;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>Data of built-in contexts that describe what has happened, and that no hook can alter by writing to them.</summary>
internal static class HostFields
{
    private static readonly ImmutableHashSet<string> Accounts = ImmutableHashSet.Create(StringComparer.Ordinal, "Cost", "Usage", "Duration");

    private static readonly ImmutableHashSet<string> Facts = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Attempt", "Deliveries", "FinishReason", "Iterations", "MessagesAfter", "Outcome", "RequestedTools", "StopReason", "Summary", "TokensAfter");

    /// <summary>What a call took and cost: hooks may add it for those behind them, and nothing of the call is changed by it.</summary>
    public static bool IsAccount(this ContextChange change) => IsField(change, Accounts);

    /// <summary>What the host says of the moment; another value does not make it another moment.</summary>
    public static bool IsFact(this ContextChange change) => IsField(change, Facts);

    private static bool IsField(ContextChange change, ImmutableHashSet<string> names) =>
        change.Path is { Depth: 1, Member: IPropertySymbol property } && names.Contains(property.Name) && SymbolNames.IsHooksType(property.ContainingType, property.ContainingType.Name);
}
