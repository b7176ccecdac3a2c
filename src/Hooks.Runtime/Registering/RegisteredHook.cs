namespace Hooks;

/// <summary>A handler as a table of one hook, so that the general path calls it like any other.</summary>
internal sealed class RegisteredHook : HookTable
{
    private readonly Func<HookContext, CancellationToken, HookResult>? _handler;
    private readonly Func<HookContext, CancellationToken, ValueTask<HookResult>>? _asyncHandler;
    private readonly RuntimeToolMatcher? _tools;

    public RegisteredHook(HookDescriptor hook, RuntimeHandler handler, RuntimeToolMatcher? tools)
        : base([hook], [])
    {
        Hook = hook;
        _handler = handler.Synchronous;
        _asyncHandler = handler.Asynchronous;
        _tools = tools;
        Chain = PointChains.Create(hook.Point, [new(this, 0, hook)]);
    }

    public HookDescriptor Hook { get; }

    public HookChain Chain { get; }

    protected internal override IReadOnlyList<HookChain> CreateChains() => [Chain];

    protected internal override HookResult Invoke(int hook, HookContext context, CancellationToken cancellationToken) => _handler!(context, cancellationToken);

    protected internal override ValueTask<HookResult> InvokeAsync(int hook, HookContext context, CancellationToken cancellationToken) => _asyncHandler!(context, cancellationToken);

    protected internal override bool Matches(int hook, HookContext context) => _tools!.Matches(context);
}

/// <summary>What was registered, in one of its two forms.</summary>
/// <param name="Synchronous">A handler that answers at once.</param>
/// <param name="Asynchronous">A handler that may suspend.</param>
internal readonly record struct RuntimeHandler(
    Func<HookContext, CancellationToken, HookResult>? Synchronous,
    Func<HookContext, CancellationToken, ValueTask<HookResult>>? Asynchronous);
