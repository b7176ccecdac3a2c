using Guard.Records;
using Guard.Rules;
using Hooks;

namespace Guard;

/// <summary>The table of the guard's hooks.</summary>
[HookTable]
internal sealed partial class GuardTable
{
    public static HookDispatcher CreateDispatcher(GuardSettings settings) => CreateDispatcher(
        new AuditLog(settings), new DeletionRule(settings), new ProtectedFileRule(settings), new SettingsRule(settings), new UnclearRule(settings), new WritingRule(settings));
}
