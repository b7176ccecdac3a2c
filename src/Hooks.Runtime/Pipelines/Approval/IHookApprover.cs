namespace Hooks;

/// <summary>Decides where a hook answers <see cref="HookResult.Ask"/>: a person at a terminal, a service, a policy.</summary>
public interface IHookApprover
{
    /// <summary>
    /// Decides. There is no time limit but the caller's token. What it throws is a denial, reported as
    /// <see cref="HookReportKind.ApproverFailed"/>; may be called for several calls at once.
    /// </summary>
    /// <param name="request">What is to be decided.</param>
    /// <param name="cancellationToken">The caller's token: once it is cancelled, nobody waits for the answer.</param>
    /// <returns>The decision; the default value is a denial.</returns>
    ValueTask<HookApproval> ApproveAsync(HookApprovalRequest request, CancellationToken cancellationToken);
}
