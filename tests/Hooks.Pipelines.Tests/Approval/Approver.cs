namespace Hooks.Pipelines.Tests;

/// <summary>An approver that does what a test tells it.</summary>
internal sealed class Approver(Func<HookApprovalRequest, CancellationToken, ValueTask<HookApproval>> decide) : IHookApprover
{
    public Approver(HookApproval answer)
        : this((_, _) => new(answer))
    {
    }

    public List<HookApprovalRequest> Requests { get; } = [];

    public ValueTask<HookApproval> ApproveAsync(HookApprovalRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return decide(request, cancellationToken);
    }
}
