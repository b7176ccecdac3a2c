namespace Hooks.Generators.Tests.Caching;

/// <summary>Edits that change something: what is concerned runs again, and nothing else.</summary>
public class ChangedTests
{
    [Fact]
    public void PriorityChanged() =>
        AssertNew(session => session.Edit(Project.HookFile, "Priority = 10", "Priority = 11"), StepNames.Hooks, StepNames.OwnHooks);

    [Fact]
    public void MethodRenamed() =>
        AssertNew(session => session.Edit(Project.HookFile, "Watch", "Observe"), StepNames.CustomHooks, StepNames.OwnHooks);

    [Fact]
    public void HookAddedInTheSameFile() =>
        AssertNew(
            session => session.Edit(Project.HookFile, "deploy) { }", "deploy) { }\n[Hook(HookPoint.AfterToolCall)] public static void More(ToolCallContext c) { }"),
            StepNames.Hooks, StepNames.OwnHooks);

    [Fact]
    public void HookAddedInANewFile() =>
        AssertNew(
            session => session.Add("More.cs", "static class More { [Hook(HookPoint.AfterToolCall)] public static void A(ToolCallContext c) { } }"),
            StepNames.Hooks, StepNames.OwnHooks);

    [Fact]
    public void HookRemoved() =>
        AssertNew(session => session.Edit(Project.HookFile, "[Hook<DeployContext>]", string.Empty), StepNames.CustomHooks, StepNames.OwnHooks);

    [Fact]
    public void ReturnTypeThatIsNoneAnyMore() =>
        AssertNew(session => session.Edit(Project.HookFile, "HookResult Guard(ToolCallContext call) => HookResult.Cancel(\"no\")", "int Guard(ToolCallContext call) => 1"), StepNames.Hooks, StepNames.OwnHooks);

    [Fact]
    public void PointChangedElsewhere() =>
        AssertNew(session => session.Edit(Project.OtherFile, "Blocking = true", "Blocking = false"), StepNames.CustomHooks, StepNames.OwnHooks);

    [Fact]
    public void TableClassRenamed() =>
        AssertNew(session => session.Edit(Project.OtherFile, "AgentHooks", "OtherHooks"), StepNames.TableClasses, StepNames.TableClass);

    [Fact]
    public void ToolGroupChanged() =>
        AssertNew(session => session.Edit("Assembly.cs", "execute_command", "run_command"), StepNames.Assembly);

    [Fact]
    public void ReferenceExcluded() =>
        AssertNew(session => session.Add("Exclude.cs", "[assembly: ExcludeHooks(\"Lib\")]"), StepNames.Assembly);

    [Fact]
    public void ReferenceWithAManifestAdded()
    {
        var library = (HookCompilation.Library("public static class M { [Hook(HookPoint.SessionEnd)] public static void A(HookContext c) { } }") with { AssemblyName = "More" }).Compile();

        AssertNew(session => session.Add(library), StepNames.References);
    }

    [Fact]
    public void RootNamespaceChanged()
    {
        var session = new IncrementalSession(Project.Start);

        session.SetRootNamespace("Other").Steps.AssertChanged(StepNames.RootNamespace).AssertChanged(StepNames.Table);
    }

    private static void AssertNew(Func<IncrementalSession, GeneratorResult> edit, params string[] changed)
    {
        var session = new IncrementalSession(Project.Start);
        var before = session.Result.Source;

        var after = edit(session);

        foreach (var step in Project.Steps.Except(changed).Except([StepNames.Table]))
            after.Steps.AssertUnchanged(step);
        foreach (var step in changed)
            after.Steps.AssertChanged(step);
        after.Steps.AssertChanged(StepNames.Table).AssertOutputChanged();
        Assert.NotEqual(before, after.Source);
        after.AssertClean();
    }
}
