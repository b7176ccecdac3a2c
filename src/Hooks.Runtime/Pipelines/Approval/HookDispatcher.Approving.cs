namespace Hooks;

public sealed partial class HookDispatcher
{
    private const string NobodyToAsk = "it needs approval, and there is nobody to ask";
    private const string ApproverFailed = "it needs approval, and the approver failed";
    private const string NotApproved = "it was not approved";

    /// <summary>Lets the approver decide.</summary>
    /// <param name="point">The point at which a hook has asked for approval.</param>
    /// <param name="context">What is to be approved: a copy.</param>
    /// <param name="reason">What the hook says about it.</param>
    /// <param name="askedBy">The hook.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>Why not; null if it is approved.</returns>
    internal async ValueTask<string?> ApproveAsync(HookPoint point, HookContext context, string? reason, HookDescriptor? askedBy, CancellationToken cancellationToken)
    {
        if (Pipeline.Approver is not { } approver)
            return NobodyToAsk;
        try
        {
            var deciding = approver.ApproveAsync(new(point, context, reason, askedBy), cancellationToken).AsTask();
            GeneralPath.Observe(deciding);
            var approval = await deciding.WaitAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return approval.IsApproved ? null : approval.Reason ?? NotApproved;
        }
        catch (Exception error)
        {
            // Once the caller has left, the answer does not matter, whether it was just quick enough or not.
            cancellationToken.ThrowIfCancellationRequested();
            Report(HookReport.ApproverFailed(HookPoints.Get(point), error));
            return ApproverFailed;
        }
    }
}
