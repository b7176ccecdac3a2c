namespace Hooks.Generators.Model;

/// <summary>What the attributes of one method make.</summary>
/// <param name="Valid">The hooks.</param>
/// <param name="LeftOut">How many attributes make none, because of a mistake that the analyzers tell.</param>
internal sealed record FoundHooks(EquatableArray<HookModel> Valid, int LeftOut);
