namespace Hooks.Shared;

/// <summary>The numbers of <c>HookFailurePolicy</c>, as attributes give them.</summary>
internal static class HookFailurePolicies
{
    public const int Block = 1;
    public const int Continue = 2;
    public const int Throw = 3;
}
