using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI;

/// <summary>How hooks stand around a chat client.</summary>
public sealed class HookedChatClientOptions
{
    internal static HookedChatClientOptions Default { get; } = new();

    /// <summary>
    /// How many characters of a streamed answer are held back, so that hooks at <see cref="HookPoint.ModelStreamChunk"/> see a
    /// text of up to this length whole, however it was cut into pieces. Default: 256; 0 to pass each piece on at once;
    /// <see cref="int.MaxValue"/> to judge the whole answer before any of it goes out.
    /// </summary>
    public int HoldBack { get; init; } = 256;

    /// <summary>
    /// Whether a function that is marked with <see cref="ApprovalRequiredAIFunction"/> is approved when it is called, by
    /// <see cref="HookPipelineOptions.Approver"/>; the client beneath is then not shown the mark. Default: false, the client
    /// beneath asks with a <see cref="ToolApprovalRequestContent"/>, and the function runs if a
    /// <see cref="ToolApprovalResponseContent"/> has approved it. Where neither has happened the approver is asked in both cases.
    /// </summary>
    public bool ApproveWhenCalled { get; init; }

    /// <summary>The functions that do no more when they are called twice with the same arguments, by name. Default: those that say so (<see cref="HookedAIFunctionOptions.IdempotentKey"/>).</summary>
    public IReadOnlyCollection<string> IdempotentTools { get; init; } = [];

    /// <summary>The functions that change nothing, by name. Default: those that say so (<see cref="HookedAIFunctionOptions.ReadOnlyKey"/>).</summary>
    public IReadOnlyCollection<string> ReadOnlyTools { get; init; } = [];

    /// <summary>Functions that the model is not offered, but to which hooks may redirect a call. Default: none.</summary>
    public IReadOnlyCollection<AIFunction> RedirectTargets { get; init; } = [];

    /// <summary>The agent's name, for the contexts that hooks see. Default: null.</summary>
    public string? AgentName { get; init; }

    /// <summary>The agent's id, for the contexts that hooks see. Default: null.</summary>
    public string? AgentId { get; init; }

    /// <summary>The session to which a call belongs, by which cached answers are kept apart. Default: null, the <see cref="ChatOptions.ConversationId"/>.</summary>
    public Func<ChatOptions?, string?>? SessionId { get; init; }

    /// <summary>The services that hooks see, where the arguments of a function bring none. Default: null.</summary>
    public IServiceProvider? Services { get; init; }

    internal string? SessionOf(ChatOptions? options) => SessionId is { } find ? find(options) : options?.ConversationId;

    internal void Validate()
    {
        if (HoldBack < 0)
            throw new ArgumentException($"HookedChatClientOptions: {nameof(HoldBack)} is {HoldBack}; it cannot be negative.");
        ArgumentNullException.ThrowIfNull(IdempotentTools);
        ArgumentNullException.ThrowIfNull(ReadOnlyTools);
        ArgumentNullException.ThrowIfNull(RedirectTargets);
    }
}
