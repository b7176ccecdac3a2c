using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI;

/// <summary>What is known of a function that hooks stand around.</summary>
public sealed class HookedAIFunctionOptions
{
    /// <summary>The key in <see cref="AITool.AdditionalProperties"/> whose value true says that a function is idempotent.</summary>
    public const string IdempotentKey = "hooks.idempotent";

    /// <summary>The key in <see cref="AITool.AdditionalProperties"/> whose value true says that a function changes nothing.</summary>
    public const string ReadOnlyKey = "hooks.read_only";

    internal static HookedAIFunctionOptions Default { get; } = new();

    /// <summary>Whether calling twice with the same arguments does no more than calling once. Default: null, what the function says (<see cref="IdempotentKey"/>), or no.</summary>
    public bool? IsIdempotent { get; init; }

    /// <summary>Whether the function changes nothing. Default: null, what the function says (<see cref="ReadOnlyKey"/>), or no.</summary>
    public bool? IsReadOnly { get; init; }

    /// <summary>
    /// Whether whoever calls the function asks for approval before, if it is marked with <see cref="ApprovalRequiredAIFunction"/>.
    /// Default: false, the approver is asked (<see cref="HookPipelineOptions.Approver"/>). A hooked chat client to which the
    /// function is handed knows by itself what has been approved.
    /// </summary>
    public bool CallerApproves { get; init; }

    /// <summary>The agent's name, for the contexts that hooks see. Default: null, that of the request with which the function was handed on, if any.</summary>
    public string? AgentName { get; init; }

    /// <summary>The agent's id, for the contexts that hooks see. Default: null, as for the name.</summary>
    public string? AgentId { get; init; }

    /// <summary>
    /// The session to which a call belongs, by which cached answers are kept apart; read from what the caller hands over with
    /// the call (<see cref="AIFunctionArguments.Services"/>, <see cref="AIFunctionArguments.Context"/>), or from wherever the
    /// program keeps it. Called once for each call; what it throws is thrown, and the function is not called. Default: null,
    /// the session of the request with which the function was handed on; of a function that stands for itself nobody knows it,
    /// and only answers that are shared are cached.
    /// </summary>
    public Func<AIFunctionArguments, string?>? SessionId { get; init; }

    /// <summary>Functions to which hooks may redirect a call. Default: none.</summary>
    public IReadOnlyCollection<AIFunction> RedirectTargets { get; init; } = [];

    internal void Validate() => ArgumentNullException.ThrowIfNull(RedirectTargets);
}
