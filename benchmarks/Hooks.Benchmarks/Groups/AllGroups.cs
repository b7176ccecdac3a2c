using Hooks.Benchmarks.Pipelines;

namespace Hooks.Benchmarks.Groups;

/// <summary>The groups in the order of the budget table.</summary>
internal static partial class AllGroups
{
    public static IReadOnlyList<Group> List { get; } = Collect();

    private static List<Group> Collect()
    {
        List<Group> groups =
        [
            NoHooks.Group,
            OneHookGroup.Group,
            TenHooksGroup.Compiled,
            HundredHooksGroup.Group,
            MatchedHooksGroup.OneTool,
            MatchedHooksGroup.ToolGroup,
            AnswersGroup.ValueTasks,
            AnswersGroup.Modified,
            TenHooksGroup.General,
            TenHooksGroup.Listening,
            PolicyGroup.CompiledPath,
            PolicyGroup.GeneralPath,
            SuspendingGroup.Group,
            TimedSuspensionGroup.Group,
            BackgroundGroup.Group,
            RegisteredGroup.Group,
            PipelineGroup.Working,
            PipelineGroup.Idle,
        ];
        AddJitOnly(groups);
        return groups;
    }

    /// <summary>Groups that need packages which the native binary does without.</summary>
    static partial void AddJitOnly(List<Group> groups);
}
