using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Generators.Tests.Kit;

/// <summary>The kit's assertions can fail: a harness that accepts everything would guard nothing.</summary>
public class KitTests
{
    private sealed record Holder(string Name, object? Inner);

    [Fact]
    public void GraphWalkerFindsWhatIsHiddenDeep()
    {
        var tree = CSharpSyntaxTree.ParseText("class C { }");
        var symbol = CSharpCompilation.Create("x", [tree]).GetTypeByMetadataName("C")!;

        foreach (var hidden in new object[] { tree, tree.GetRoot(), tree.GetRoot().GetLocation(), symbol, symbol.ContainingAssembly, tree.GetRoot().GetFirstToken(), tree.GetRoot().GetReference() })
            Assert.Single(ModelGraph.FindBanned(new Holder("a", new List<object> { new Holder("b", new[] { hidden }) }), "root").Select(path => path.Split(':')[0]).Distinct(), path => path.StartsWith("root.", StringComparison.Ordinal) && path.Contains("[0]", StringComparison.Ordinal));
        Assert.Empty(ModelGraph.FindBanned(new Holder("a", new List<object> { "b", 1, DayOfWeek.Friday }), "root"));
    }

    [Fact]
    public void StepsThatDidSomethingAreNotUnchanged()
    {
        var session = new IncrementalSession(HookCompilation.Library("public static class G { [Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }"));

        Assert.Throws<TestKitException>(() => session.Result.Steps.AssertUnchanged(StepNames.Hooks));
        Assert.Throws<TestKitException>(() => session.Result.Steps.AssertOutputCached());
        Assert.Throws<TestKitException>(() => session.Result.Steps.AssertUnchanged("no such step"));
        Assert.Throws<TestKitException>(() => session.Rerun().Steps.AssertChanged(StepNames.Hooks));
        Assert.Throws<TestKitException>(() => session.Rerun().Steps.AssertOutputChanged());
    }

    [Fact]
    public void WarningsAreProblems()
    {
        Assert.Throws<TestKitException>(() => HookCompilation.Library("class C { void M() { int x = 1; } }").Generate().AssertClean());
        Assert.Throws<TestKitException>(() => HookCompilation.Library("class C { string s = null; string M() => s; }").Generate().AssertClean());
    }

    [Fact]
    public async Task ProgramsInMemoryRunWithTheirLibraries()
    {
        var library = (HookCompilation.Library("namespace Lib { public static class Greeting { public static string Text => \"hello\"; } }") with { AssemblyName = "Lib" }).Compile();
        using var program = HookCompilation.Program("static class P { static async Task Main(string[] args) { await Task.Yield(); Console.WriteLine(Lib.Greeting.Text + args.Length); } internal static Task<int> Later() => Task.FromResult(3); }").WithLibraries(library).Compile().Load();

        Assert.Equal("hello2\n", program.RunMain("a", "b"));
        Assert.Equal(3, await program.CallAsync("P", "Later"));
    }

    [Fact]
    public void MarkupGivesSpans()
    {
        var markup = Markup.Parse("int [|x|] = a[0] + [|y[|1|]|];");

        Assert.Equal("int x = a[0] + y1;", markup.Text);
        Assert.Equal([new TextSpan(4, 1), new TextSpan(15, 2), new TextSpan(16, 1)], markup.Spans.AsEnumerable());
        Assert.Throws<TestKitException>(() => Markup.Parse("[|"));
    }

    [Fact]
    public void ClockFiresTimersInTheirOrder()
    {
        var clock = new FakeClock();
        var fired = new List<string>();
        using var second = clock.CreateTimer(_ => fired.Add($"second {clock.GetUtcNow():ss}"), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var every = clock.CreateTimer(_ => fired.Add($"every {clock.GetUtcNow():ss}"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        var never = clock.CreateTimer(_ => fired.Add("never"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        never.Dispose();

        var started = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromSeconds(3.5));

        Assert.Equal(["every 06", "second 07", "every 08"], fired);
        Assert.Equal(TimeSpan.FromSeconds(3.5), clock.GetElapsedTime(started));
        Assert.Equal(1, clock.ArmedTimers);
    }
}
