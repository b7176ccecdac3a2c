namespace Hooks;

/// <summary>The table of <see cref="HookDispatcher.None"/>.</summary>
internal sealed class EmptyTable() : HookTable([], [])
{
    protected internal override IReadOnlyList<HookChain> CreateChains() => [];

    protected internal override ValueTask<HookResult> InvokeAsync(int hook, HookContext context, CancellationToken cancellationToken) =>
        throw new ArgumentOutOfRangeException(nameof(hook));
}
