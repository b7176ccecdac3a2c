using Hooks;

namespace NativeGuard;

/// <summary>The table of the spoken hooks.</summary>
[HookTable]
public sealed partial class GuardHooks;
