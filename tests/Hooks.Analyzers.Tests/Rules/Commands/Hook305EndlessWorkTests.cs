namespace Hooks.Analyzers.Tests.Rules.Commands;

public class Hook305EndlessWorkTests
{
    private const string Id = "HOOK305";

    [Theory]
    [InlineData("BeforeAgentStop")]
    [InlineData("SubagentStop")]
    public Task RetryWithoutALookIsFound(string point) => Expect.FindAsync(
        Id,
        CommandProject.Of,
        Hook(point, "return IsGreen() ? HookResult.Continue : [|HookResult.Retry|](\"tests are red\");"),
        "The hook 'Check' keeps the agent working without looking at ContinuationCount: a coding agent calls a new process each time it would stop, which may go on for ever; answer Retry only while ContinuationCount is 0, or below a limit of yours");

    [Fact]
    public Task WritingTheContextIsNoLook() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        Hook("BeforeAgentStop", "Console.Error.WriteLine(agent); return [|HookResult.Retry|](\"x\");"));

    [Theory]
    [InlineData("return agent.ContinuationCount > 0 || IsGreen() ? HookResult.Continue : HookResult.Retry(\"x\");")]
    [InlineData("if (agent is { ContinuationCount: > 2 }) return HookResult.Continue; return HookResult.Retry(\"x\");")]
    [InlineData("if (Payload(\"stop_hook_active\")) return HookResult.Continue; return HookResult.Retry(\"x\");")]
    [InlineData("if (Asked(agent)) return HookResult.Continue; return HookResult.Retry(\"x\");")]
    [InlineData("return HookResult.Continue;")]
    [InlineData("return HookResult.Cancel(\"x\");")]
    public Task WhoLooksOrDoesNotRetryIsFine(string body) => Expect.NothingAsync(Id, CommandProject.Of(Hook("BeforeAgentStop", body)));

    [Fact]
    public Task OtherPointsEndByThemselves() => Expect.NothingAsync(
        Id,
        CommandProject.Of(CommandProject.Source("[Hook(HookPoint.PermissionDenied)] internal static HookResult Check(PermissionContext call) => HookResult.Retry(\"x\");")));

    [Fact]
    public Task InAnAgentOfOnesOwnThePipelineCounts() => Expect.NothingAsync(
        Id,
        "static class Guards { [Hook(HookPoint.BeforeAgentStop)] internal static HookResult Check(AgentContext agent) => HookResult.Retry(\"x\"); }");

    private static string Hook(string point, string body) => CommandProject.Source(
        $$"""
        [Hook(HookPoint.{{point}})]
        internal static HookResult Check(AgentContext agent) { {{body}} }

        private static bool IsGreen() => false;
        private static bool Payload(string name) => name.Length > 0;
        private static bool Asked(AgentContext agent) => agent.ContinuationCount > 0;
        """);
}
