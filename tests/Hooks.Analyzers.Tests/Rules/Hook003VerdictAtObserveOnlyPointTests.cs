namespace Hooks.Analyzers.Tests.Rules;

public class Hook003VerdictAtObserveOnlyPointTests
{
    private const string Id = "HOOK003";

    [Fact]
    public Task VerdictIsFoundAtThePoint() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook([|HookPoint.AfterToolCall|], Priority = 1)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
        }
        """,
        "The hook 'Check' gives a verdict at AfterToolCall, where hooks only observe; return void, or hook BeforeToolCall or ToolResultReady, where verdicts are read");

    [Theory]
    [InlineData("HookResult", "SessionEnd", "SessionContext", "return void")]
    [InlineData("Task<HookResult>", "SessionStart", "SessionContext", "return Task")]
    [InlineData("ValueTask<HookResult>", "AfterTurn", "HookContext", "return ValueTask, or hook BeforeTurn, where verdicts are read")]
    [InlineData("HookResult", "FileWrite", "FileContext", "return void, or hook BeforeToolCall, where verdicts are read")]
    public Task NearestTypeAndPointAreNamed(string type, string point, string context, string advice) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook([|HookPoint.{{point}}|])]
            internal static {{type}} Check({{context}} context) => throw new InvalidOperationException();
        }
        """,
        $"The hook 'Check' gives a verdict at {point}, where hooks only observe; {advice}");

    [Fact]
    public Task OnlyTheObserveOnlyOnesOfSeveralPoints() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall), Hook([|HookPoint.AfterToolCall|])]
            [Hook([|HookPoint.SessionEnd|], Name = "end")]
            internal static HookResult Check(HookContext context) => HookResult.Cancel("no");
        }
        """);

    [Fact]
    public Task OwnCustomPointCanBeMadeBlocking() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy.after")] public sealed class DeployContext : CustomHookContext;
        static class Guards
        {
            [[|Hook<DeployContext>|]] internal static HookResult Check(DeployContext deploy) => HookResult.Continue;
        }
        """,
        "The hook 'Check' gives a verdict at deploy.after, where hooks only observe; return void, or say 'Blocking = true' at the [HookPoint] of DeployContext");

    [Fact]
    public Task CustomPointOfAReferenceCannot()
    {
        var library = HookCompilation.Library("""[HookPoint("deploy.after")] public sealed class DeployContext : CustomHookContext;""") with { AssemblyName = "Acme.Points" };
        return Expect.FindAsync(
            Id,
            sources => HookCompilation.Library(sources).WithLibraries(library.Compile()),
            """
            static class Guards
            {
                [[|Hook<DeployContext>|](Priority = 1)] internal static HookResult Check(DeployContext deploy) => HookResult.Continue;
            }
            """,
            "The hook 'Check' gives a verdict at deploy.after, where hooks only observe; return void");
    }

    [Fact]
    public Task VerdictsWhereTheyAreReadAndObserversAreFine() => Expect.NothingAsync(
        Id,
        """
        [HookPoint("deploy.before", Blocking = true)] public sealed class DeployContext : CustomHookContext;
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)] internal static HookResult A(ToolCallContext call) => HookResult.Continue;
            [Hook(HookPoint.AfterModelCall)] internal static HookResult B(ModelCallContext call) => HookResult.Continue;
            [Hook(HookPoint.SubagentStop)] internal static Task<HookResult> C(AgentContext agent) => Task.FromResult(HookResult.Continue);
            [Hook(HookPoint.AfterToolCall)] internal static void D(ToolCallContext call) { }
            [Hook(HookPoint.SessionEnd)] internal static ValueTask E(SessionContext session) => default;
            [Hook(HookPoint.SessionEnd)] internal static async Task F(HookContext context) { await Task.Yield(); _ = HookResult.Cancel("x"); }
            [Hook<DeployContext>] internal static HookResult G(DeployContext deploy) => HookResult.Continue;
        }
        """);

    [Fact]
    public Task AWrongReturnTypeIsAnotherRule() => Expect.NothingAsync(
        Id,
        """
        static class Guards { [Hook(HookPoint.AfterToolCall)] internal static bool A(ToolCallContext call) => true; }
        """);
}
