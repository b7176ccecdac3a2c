namespace Hooks.Events.Tests;

/// <summary>A table without hooks, for dispatchers to which tests register theirs.</summary>
internal sealed class NoHooks() : HookTable([], [])
{
    protected override IReadOnlyList<HookChain> CreateChains() => [];
}
