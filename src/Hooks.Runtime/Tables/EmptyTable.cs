namespace Hooks;

/// <summary>The table of <see cref="HookDispatcher.None"/>.</summary>
internal sealed class EmptyTable() : HookTable([], [])
{
    protected internal override IReadOnlyList<HookChain> CreateChains() => [];
}
