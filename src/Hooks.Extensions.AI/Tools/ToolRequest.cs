using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tools;

/// <summary>What functions know of the request to a hooked client that they were handed on with.</summary>
internal sealed class ToolRequest
{
    /// <summary>The call of the model within which the functions are called.</summary>
    public required ModelCallContext Parent { get; init; }

    /// <summary>The functions to which hooks may redirect.</summary>
    public required IReadOnlyCollection<AIFunction> Functions { get; init; }

    /// <summary>Which calls the caller has approved and refused.</summary>
    public required CallerApprovals Approvals { get; init; }

    /// <summary>The functions of which calls have come past their hooks. Belongs to the ledger.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>How hooks stand around the client.</summary>
    public required HookedChatClientOptions Options { get; init; }
}
