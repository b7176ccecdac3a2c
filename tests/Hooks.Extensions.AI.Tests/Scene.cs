using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests;

/// <summary>A dispatcher whose hooks a test registers, and what was reported.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public Scene(IHookApprover? approver = null) => Dispatcher = new(new NoHooks(), new()
    {
        TimeProvider = Clock,
        Pipeline = new() { Approver = approver },
        OnReport = Reports.Add,
    });

    public FakeClock Clock { get; } = new();

    public HookDispatcher Dispatcher { get; }

    public List<HookReport> Reports { get; } = [];

    /// <summary>The messages of the violations that were raised.</summary>
    public List<string?> Violations { get; } = [];

    public Scene OnModel(HookPoint point, Func<ModelCallContext, HookResult> hook)
    {
        Dispatcher.Register(point, hook);
        return this;
    }

    public Scene OnTool(HookPoint point, Func<ToolCallContext, HookResult> hook)
    {
        Dispatcher.Register(point, hook);
        return this;
    }

    public Scene OnChunk(Func<StreamChunkContext, HookResult> hook)
    {
        Dispatcher.Register(HookPoint.ModelStreamChunk, hook);
        return this;
    }

    public Scene WatchViolations()
    {
        Dispatcher.Observe<SystemContext>(HookPoint.SecurityViolation, violation => Violations.Add(violation.Origin));
        return this;
    }

    public IChatClient Around(IChatClient client, HookedChatClientOptions? options = null) => client.WithHooks(Dispatcher, options);

    public ValueTask DisposeAsync() => Dispatcher.DisposeAsync();

    /// <summary>An approver that answers with what it is given, and keeps what it was asked.</summary>
    public sealed class Approver(HookApproval answer) : IHookApprover
    {
        public List<HookApprovalRequest> Asked { get; } = [];

        public ValueTask<HookApproval> ApproveAsync(HookApprovalRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request);
            return new(answer);
        }
    }
}
