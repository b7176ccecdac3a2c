namespace Hooks;

/// <summary>A name that another system has for a point.</summary>
/// <param name="Name">The name, in the system's own spelling.</param>
/// <param name="Point">The point.</param>
internal readonly record struct HookPointAlias(string Name, HookPoint Point);
