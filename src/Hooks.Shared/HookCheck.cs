namespace Hooks.Shared;

/// <summary>What the rules find about one attribute on one method.</summary>
/// <param name="violations">The broken rules.</param>
/// <param name="point">The point; null if it does not exist.</param>
/// <param name="returns">What the method returns.</param>
internal readonly struct HookCheck(HookViolations violations, HookPointFacts? point, HookReturn returns)
{
    public HookViolations Violations { get; } = violations;

    public HookPointFacts? Point { get; } = point;

    public HookReturn Returns { get; } = returns;

    public bool IsValid => Violations == HookViolations.None;
}
