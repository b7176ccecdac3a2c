using Hooks;

namespace GuardedAgent.Loop;

/// <summary>Answers when a hook says Ask.</summary>
internal interface IApprover
{
    /// <summary>Whether the call may go on.</summary>
    ValueTask<bool> ApproveAsync(ToolCallContext call, string? reason, CancellationToken cancellationToken);
}
