namespace Hooks;

/// <summary>One hook of a chain: where the general path finds it.</summary>
/// <param name="Table">The table that can call it.</param>
/// <param name="Index">Its index there.</param>
/// <param name="Hook">Its description.</param>
internal readonly record struct ChainEntry(HookTable Table, int Index, HookDescriptor Hook);
