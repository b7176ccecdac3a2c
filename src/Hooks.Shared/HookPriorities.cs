namespace Hooks.Shared;

/// <summary>The numbers of <c>HookPriority</c> that rules and fixes name.</summary>
internal static class HookPriorities
{
    public const int Normal = 0;
    public const int Low = 100;
}
