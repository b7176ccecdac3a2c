namespace Hooks.Analyzers.Tests.Rules;

public class Hook006SameNameTests
{
    private const string Id = "HOOK006";

    [Fact]
    public Task EqualNamesAreFoundAtBothHooks() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Name = [|"no-push"|])]
            internal static HookResult Push(ToolCallContext call) => HookResult.Continue;
        }

        static class More
        {
            [Hook(HookPoint.BeforeToolCall, Priority = 5, Name = [|"no-push"|])]
            internal static HookResult Push(ToolCallContext call) => HookResult.Continue;
        }
        """,
        "The name 'no-push' is taken at BeforeToolCall: the hook 'More.Push' (Test0.cs, line 10) has it too; give one of the two another Name");

    [Fact]
    public Task OverloadsHaveOneDefaultName() => Expect.FindAsync(
        Id,
        """
        namespace Acme;

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult [|Check|](ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult [|Check|](ToolCallContext call, CancellationToken token) => HookResult.Continue;
        }
        """,
        "The name 'Acme.Guards.Check' is taken at BeforeToolCall: the hook 'Acme.Guards.Check' (Test0.cs, line 9) has it too; give one of the two another Name");

    [Fact]
    public Task NameWrittenOutMayBeADefaultName() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult [|Check|](ToolCallContext call) => HookResult.Continue;

            private const string Same = "Guards.Check";

            [Hook(HookPoint.BeforeToolCall, Name = [|Same|])]
            internal static HookResult Other(ToolCallContext call) => HookResult.Continue;
        }
        """);

    [Fact]
    public Task CustomPointsCountToo() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy.before", Blocking = true)]
        public sealed class DeployContext : CustomHookContext;

        static class Guards
        {
            [Hook<DeployContext>(Name = [|"check"|])]
            internal static HookResult One(DeployContext deploy) => HookResult.Continue;

            [Hook<DeployContext>(Name = [|"check"|])]
            internal static void Two(DeployContext deploy) { }
        }
        """);

    [Fact]
    public Task OneNameAtSeveralPointsIsFine() => Expect.NothingAsync(
        Id,
        """
        [HookPoint("deploy.before")]
        public sealed class DeployContext : CustomHookContext;

        [HookPoint("deploy.after")]
        public sealed class DeployedContext : CustomHookContext;

        static class Audit
        {
            [Hook(HookPoint.BeforeToolCall, Name = "audit")]
            [Hook(HookPoint.AfterToolCall, Name = "audit")]
            internal static void Tool(ToolCallContext call) { }

            [Hook(HookPoint.SessionStart)]
            [Hook(HookPoint.SessionEnd)]
            [Hook<DeployContext>]
            [Hook<DeployedContext>]
            internal static void All(HookContext context) { }
        }
        """);

    [Fact]
    public Task NamesDifferByCase() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Name = "audit")]
            internal static void One(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall, Name = "Audit")]
            internal static void Two(ToolCallContext call) { }
        }
        """);

    [Fact]
    public Task PartialMethodIsOneHook() => Expect.NothingAsync(
        Id,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static partial HookResult Check(ToolCallContext call);

            [Hook(HookPoint.ToolValidation)]
            internal static partial HookResult Check(ToolCallContext call) => HookResult.Continue;
        }
        """);

    [Fact]
    public async Task HookWithAnotherErrorTakesNoName()
    {
        var found = await Analysis.RunAsync(HookCompilation.Library(
            """
            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, Name = "check")]
                internal static HookResult One(ToolCallContext call) => HookResult.Continue;

                [Hook(HookPoint.BeforeToolCall, Name = "check")]
                private static HookResult Two(ToolCallContext call) => HookResult.Continue;
            }
            """));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == Id);
        Assert.Contains(found, diagnostic => diagnostic.Id == "HOOK004");
    }

    [Fact]
    public async Task PlaceIsThatOfTheOtherFile()
    {
        var found = await Expect.OfAsync(Id, HookCompilation.Library(
            """
            static class Guards
            {
                [Hook(HookPoint.SessionEnd, Name = "a|\"b")]
                internal static void End(SessionContext session) { }
            }
            """,
            """

            static class More
            {
                [Hook(HookPoint.SessionEnd, Name = "a|\"b")] internal static void End(SessionContext session) { }
            }
            """));
        Assert.Equal(2, found.Length);
        Assert.Equal(
            "The name 'a|\"b' is taken at SessionEnd: the hook 'More.End' (Test1.cs, line 4) has it too; give one of the two another Name",
            found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
