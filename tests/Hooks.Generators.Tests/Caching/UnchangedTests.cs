namespace Hooks.Generators.Tests.Caching;

/// <summary>Edits that change nothing about hooks: every step comes to the same, and the output does not run.</summary>
public class UnchangedTests
{
    [Fact]
    public void NewCompilationOfTheSameFiles() => AssertNothingNew(session => session.Rerun());

    [Fact]
    public void CommentAbove() => AssertNothingNew(session => session.Edit(Project.HookFile, "namespace Acme;", "// above\n\nnamespace Acme;"));

    [Fact]
    public void CommentBelow() => AssertNothingNew(session => session.Edit(Project.HookFile, "deploy) { }", "deploy) { } // below"));

    [Fact]
    public void BodyOfTheHook() => AssertNothingNew(session => session.Edit(Project.HookFile, "HookResult.Cancel(\"no\")", "call.IsReadOnly ? HookResult.Continue : HookResult.Cancel(\"never\")"));

    [Fact]
    public void AnotherFileEdited() => AssertNothingNew(session => session.Edit(Project.OtherFile, "\"hi\"", "\"hello\""));

    [Fact]
    public void AnotherFileAddedAndRemoved()
    {
        AssertNothingNew(session => session.Add("New.cs", "class New { [System.Obsolete(\"x\")] void M() { } }"));
        AssertNothingNew(session =>
        {
            session.Add("New.cs", "class New;");
            return session.Remove("New.cs");
        });
    }

    [Fact]
    public void ReferenceWithoutHooksAdded()
    {
        var library = (HookCompilation.Library("public class X;") with { AssemblyName = "Plain" }).Compile();

        AssertNothingNew(session => session.Add(library));
    }

    [Fact]
    public void InvalidHookAdded()
    {
        var session = new IncrementalSession(Project.Start);

        var steps = session.Add("Bad.cs", "static class Bad { [Hook(HookPoint.BeforeToolCall)] static int M() => 1; }").Steps;

        steps.AssertUnchanged(StepNames.OwnHooks).AssertUnchanged(StepNames.Table).AssertOutputCached();
    }

    [Theory]
    [MemberData(nameof(Project.StepData), MemberType = typeof(Project))]
    public void ModelsHoldValuesOnly(string step)
    {
        var result = Project.Start.Generate();

        Assert.NotEmpty(result.Values(step));
        ModelGraph.AssertValuesOnly(result, step);
    }

    private static void AssertNothingNew(Func<IncrementalSession, GeneratorResult> edit)
    {
        var session = new IncrementalSession(Project.Start);
        session.Result.AssertClean();
        var before = session.Result.Source;

        var after = edit(session);

        foreach (var step in Project.Steps)
            after.Steps.AssertUnchanged(step);
        after.Steps.AssertOutputCached();
        Assert.Equal(before, after.Source);
    }
}
