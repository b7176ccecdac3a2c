namespace Hooks.Extensions.AI.Tests;

/// <summary>A table without hooks: the tests register theirs.</summary>
internal sealed class NoHooks() : HookTable([], [])
{
    protected override IReadOnlyList<HookChain> CreateChains() => [];
}
