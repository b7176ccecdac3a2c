using Hooks;

namespace Guard.Rules;

/// <summary>Closes the guard when its own settings cannot be read as they were meant.</summary>
internal sealed class SettingsRule(GuardSettings settings)
{
    [Hook(HookPoint.BeforeToolCall, Name = "settings-are-right", Priority = HookPriority.High - 1, Description = "Denies everything while a setting of the guard is wrong.")]
    public HookResult Check(ToolCallContext call) => settings.Mistake is { } mistake ? HookResult.Cancel($"a setting of the guard is wrong: {mistake}") : HookResult.Continue;
}
