using Hooks.Benchmarks.Hooked;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Hooks.Benchmarks.Groups;

/// <summary>A mediator with ten handlers of a notification and ten behaviours around a request, all singletons, which suits it best.</summary>
internal static class MediatorSetup
{
    public static IMediator Mediator { get; } = Make();

    private static IMediator Make()
    {
        var services = new ServiceCollection();
        Func<ToolCallContext, HookResult>[] hooks =
        [
            TenHooks.Hook0, TenHooks.Hook1, TenHooks.Hook2, TenHooks.Hook3, TenHooks.Hook4,
            TenHooks.Hook5, TenHooks.Hook6, TenHooks.Hook7, TenHooks.Hook8, TenHooks.Hook9,
        ];
        foreach (var hook in hooks)
        {
            services.AddSingleton<INotificationHandler<ToolCallNotification>>(new Handler(hook));
            services.AddSingleton<IPipelineBehavior<ToolCallRequest, HookResult>>(new Behaviour(hook));
        }

        services.AddSingleton<IRequestHandler<ToolCallRequest, HookResult>>(new Last());
        var provider = services.BuildServiceProvider();
        return new Mediator(provider.GetRequiredService);
    }

    private sealed class Handler(Func<ToolCallContext, HookResult> hook) : INotificationHandler<ToolCallNotification>
    {
        public Task Handle(ToolCallNotification notification, CancellationToken cancellationToken)
        {
            hook(notification.Context);
            return Task.CompletedTask;
        }
    }

    private sealed class Behaviour(Func<ToolCallContext, HookResult> hook) : IPipelineBehavior<ToolCallRequest, HookResult>
    {
        public Task<HookResult> Handle(ToolCallRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<HookResult> next)
        {
            var result = hook(request.Context);
            return result.IsContinue ? next() : Task.FromResult(result);
        }
    }

    private sealed class Last : IRequestHandler<ToolCallRequest, HookResult>
    {
        private static readonly Task<HookResult> Continue = Task.FromResult(HookResult.Continue);

        public Task<HookResult> Handle(ToolCallRequest request, CancellationToken cancellationToken) => Continue;
    }
}

internal sealed record ToolCallNotification(ToolCallContext Context) : INotification;

internal sealed record ToolCallRequest(ToolCallContext Context) : IRequest<HookResult>;
