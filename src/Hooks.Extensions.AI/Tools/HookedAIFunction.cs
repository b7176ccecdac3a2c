using System.Runtime.ExceptionServices;
using Hooks.Extensions.AI.Watching;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tools;

/// <summary>A function with hooks around it.</summary>
/// <param name="inner">The function.</param>
/// <param name="dispatcher">The hooks.</param>
/// <param name="options">What is known of the function.</param>
/// <param name="request">The request to a hooked client that the function was handed with; null if it stands for itself.</param>
internal sealed class HookedAIFunction(AIFunction inner, HookDispatcher dispatcher, HookedAIFunctionOptions options, ToolRequest? request = null)
    : DelegatingAIFunction(inner)
{
    private readonly bool _isMarked = inner.GetService<ApprovalRequiredAIFunction>() is not null;

    /// <summary>Whether hooks of the dispatcher stand around the function already.</summary>
    public static bool IsAround(AIFunction function, HookDispatcher dispatcher) =>
        function.GetService<HookedAIFunction>() is { } hooked && hooked.BelongsTo(dispatcher);

    /// <summary>The function with hooks around it, as a part of a request.</summary>
    public static AIFunction In(ToolRequest request, AIFunction function, HookDispatcher dispatcher, HookedChatClientOptions options)
    {
        if (function is HookedAIFunction hooked && hooked.BelongsTo(dispatcher))
            return hooked.For(request);
        return IsAround(function, dispatcher) ? function : new HookedAIFunction(function, dispatcher, OptionsOf(function.Name, options), request);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ApprovalRequiredAIFunction) && request?.HidesMarks == true ? null : base.GetService(serviceType, serviceKey);

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var given = new FunctionCall(InnerFunction, arguments);
        var judged = given.ForHooks();
        CallLedger.Of(dispatcher).Pass(Name, given.CallId, request);
        var call = new ToolCallContext
        {
            Parent = request?.Parent,
            ToolName = Name,
            Arguments = judged,
            CallId = given.CallId,
            IsIdempotent = options.IsIdempotent ?? Says(HookedAIFunctionOptions.IdempotentKey),
            IsReadOnly = options.IsReadOnly ?? Says(HookedAIFunctionOptions.ReadOnlyKey),
            NeedsApproval = _isMarked && !options.CallerApproves && request?.Approvals.TryUse(Name, judged) != true,
            Services = given.Services ?? request?.Parent?.Services,
        };

        // Branches of a fork may write it at the same time, so that it is one object.
        GivenResult? result = null;
        var final = await dispatcher.InvokeToolAsync(
            call,
            async (attempt, token) =>
            {
                var raw = await Target(attempt.ToolName).InvokeAsync(given.ForFunction(attempt.Arguments, call.IsIdempotent || call.IsReadOnly), token).ConfigureAwait(false);
                result = new(raw, FunctionResult.ForHooks(raw));
                return result.Seen;
            },
            cancellationToken).ConfigureAwait(false);
        if (final.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
        return FunctionResult.ForModel(final, result, JsonSerializerOptions);
    }

    private static HookedAIFunctionOptions OptionsOf(string name, HookedChatClientOptions options) => new()
    {
        IsIdempotent = options.IdempotentTools.Contains(name) ? true : null,
        IsReadOnly = options.ReadOnlyTools.Contains(name) ? true : null,
    };

    private HookedAIFunction For(ToolRequest toolRequest) => new(InnerFunction, dispatcher, options, toolRequest);

    private bool BelongsTo(HookDispatcher other) => ReferenceEquals(dispatcher, other);

    private bool Says(string key) => AdditionalProperties.TryGetValue(key, out var value) && value is true;

    private AIFunction Target(string name)
    {
        if (name == Name)
            return InnerFunction;
        var known = options.RedirectTargets.Concat(request?.Functions ?? []).ToList();
        var target = known.Find(function => function.Name == name) ?? throw new InvalidOperationException(
            $"A hook has redirected a call of '{Name}' to '{name}', which is not among the functions of the request or its RedirectTargets: {string.Join(", ", known.Select(function => function.Name))}.");

        if (target.GetService<ApprovalRequiredAIFunction>() is not null)
            throw new InvalidOperationException($"A hook has redirected a call of '{Name}' to '{name}', which needs approval; only a call of the model can be approved.");

        // The hooks of the target have been around this call already.
        return target.GetService<HookedAIFunction>() is { } hooked && hooked.BelongsTo(dispatcher) ? hooked.InnerFunction : target;
    }
}
