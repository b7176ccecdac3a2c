namespace Hooks;

/// <summary>One hook of a chain: where the general path finds it.</summary>
/// <param name="Table">The table that can call it.</param>
/// <param name="Index">Its index there.</param>
/// <param name="Hook">Its description.</param>
/// <param name="Policy">How it is run, where it is more than a call; null for most.</param>
internal readonly record struct ChainEntry(HookTable Table, int Index, HookDescriptor Hook, HookPolicy? Policy = null)
{
    /// <summary>Whether the hook may suspend its fire; one that runs in the background cannot.</summary>
    public bool IsAsynchronous => Hook.IsAsynchronous && Policy?.Queue is null;

    /// <inheritdoc cref="ChainEntry(HookTable, int, HookDescriptor, HookPolicy?)" path="/param[@name='Policy']"/>
    public HookPolicy? Policy { get; } = Policy;

    /// <summary>Whether there is nothing to it but a call that answers at once. Kept, because every fire asks.</summary>
    public bool IsPlain { get; } = !Hook.IsAsynchronous && Hook.Tools is null && Policy is null;

    /// <summary>The same hook, run in another way.</summary>
    public ChainEntry With(HookPolicy? policy) => new(Table, Index, Hook, policy);
}
