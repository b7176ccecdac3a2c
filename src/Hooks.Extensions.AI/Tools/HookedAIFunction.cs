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
    private readonly HookDispatcher _dispatcher = dispatcher;
    private readonly HookedAIFunctionOptions _options = options;
    private readonly CallLedger _ledger = CallLedger.Of(dispatcher);
    private readonly HookedAIFunction? _deeper = Within(inner, dispatcher);
    private readonly bool _isMarked = IsMarked(inner);

    /// <summary>Whether hooks of the dispatcher stand around the function already, and around its mark, if it needs approval.</summary>
    public static bool IsAround(AIFunction function, HookDispatcher dispatcher) =>
        Within(function, dispatcher) is { } hooked && (hooked._isMarked || !IsMarked(function));

    /// <summary>The function with hooks around it, as a part of a request.</summary>
    public static AIFunction In(ToolRequest request, AIFunction function, HookDispatcher dispatcher, HookedChatClientOptions options)
    {
        var hooked = Within(function, dispatcher);
        if (ReferenceEquals(hooked, function))
            return hooked.For(request);

        // What others have put around the hooks stays around them; but nobody there would know what is approved.
        return hooked is not null && !IsMarked(function) ? function : Over(function, dispatcher, hooked?._options ?? OptionsOf(function.Name, options), request);
    }

    /// <summary>Puts hooks around a function; those of the dispatcher that stand deeper inside leave the judgement to them.</summary>
    public static HookedAIFunction Over(AIFunction function, HookDispatcher dispatcher, HookedAIFunctionOptions? options, ToolRequest? request = null) =>
        new(function, dispatcher, options ?? Within(function, dispatcher)?._options ?? HookedAIFunctionOptions.Default, request);

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ApprovalRequiredAIFunction) && request?.HidesMarks == true ? null : base.GetService(serviceType, serviceKey);

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        // A call that cannot be judged has come here too.
        var passed = Passage.In(arguments);
        if (passed?.Function != this)
            _ledger.Pass(Name, FunctionCall.IdOf(arguments), request);
        var given = new FunctionCall(InnerFunction, arguments);
        var judged = given.ForHooks();
        if (passed?.Function == this && judged.DeepEquals(passed.Judged))
            return await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false);
        var call = new ToolCallContext
        {
            Parent = request?.Parent,
            ToolName = Name,
            Arguments = judged,
            CallId = given.CallId,
            IsIdempotent = _options.IsIdempotent ?? Says(HookedAIFunctionOptions.IdempotentKey),
            IsReadOnly = _options.IsReadOnly ?? Says(HookedAIFunctionOptions.ReadOnlyKey),
            NeedsApproval = _isMarked && !(_options.CallerApproves && request?.HidesMarks != true) && request?.Approvals.TryUse(Name, judged) != true,
            Services = given.Services ?? request?.Parent?.Services,
        };

        // Branches of a fork may write it at the same time, so that it is one object.
        GivenResult? result = null;
        var final = await _dispatcher.CallToolAsync(
            call,
            async (attempt, token) =>
            {
                var target = Target(attempt.ToolName);
                var passage = (ReferenceEquals(target, InnerFunction) ? _deeper : Within(target, _dispatcher)) is { } deeper ? new Passage(deeper, attempt.Arguments) : null;
                var raw = await target.InvokeAsync(given.ForFunction(attempt.Arguments, call.IsIdempotent || call.IsReadOnly, passage), token).ConfigureAwait(false);
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

    // The outermost hooks of the dispatcher, at any depth.
    private static HookedAIFunction? Within(AIFunction function, HookDispatcher dispatcher)
    {
        var hooked = function.GetService<HookedAIFunction>();
        while (hooked is not null && !ReferenceEquals(hooked._dispatcher, dispatcher))
            hooked = hooked.InnerFunction.GetService<HookedAIFunction>();
        return hooked;
    }

    private static bool IsMarked(AIFunction function) => function.GetService<ApprovalRequiredAIFunction>() is not null;

    private HookedAIFunction For(ToolRequest toolRequest) => new(InnerFunction, _dispatcher, _options, toolRequest);

    private bool Says(string key) => AdditionalProperties.TryGetValue(key, out var value) && value is true;

    private AIFunction Target(string name) => name == Name ? InnerFunction : OtherTarget(name);

    private AIFunction OtherTarget(string name)
    {
        var known = _options.RedirectTargets.Concat(request?.Functions ?? []).ToList();
        var target = known.Find(function => function.Name == name) ?? throw new InvalidOperationException(
            $"A hook has redirected a call of '{Name}' to '{name}', which is not among the functions of the request or its RedirectTargets: {string.Join(", ", known.Select(function => function.Name))}.");

        if (IsMarked(target))
            throw new InvalidOperationException($"A hook has redirected a call of '{Name}' to '{name}', which needs approval; only a call of the model can be approved.");

        return target;
    }
}
