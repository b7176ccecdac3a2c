namespace Hooks.Analyzers.Tests.Rules.Commands;

public class Hook302EndsProcessTests
{
    private const string Id = "HOOK302";

    [Theory]
    [InlineData("Exit", "2", "before the hook has answered, so that the command denies in its place where an agent waits for leave")]
    [InlineData("FailFast", "\"no\"", "without an answer, so that most coding agents go on as if nothing had been said")]
    public Task EndingTheProcessIsFound(string method, string argument, string effect) => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source($"[Hook(HookPoint.BeforeToolCall)] internal static HookResult Check(ToolCallContext call) {{ [|Environment.{method}|]({argument}); return HookResult.Continue; }}"),
        $"The hook 'Check' calls 'Environment.{method}', which ends the process {effect}; return HookResult.Cancel, or throw");

    [Fact]
    public Task AnObserverHasNothingToReturn() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source("[Hook(HookPoint.SessionStart)] internal static void See(SessionContext session) => [|Environment.Exit|](1);"),
        "The hook 'See' calls 'Environment.Exit', which ends the process before the hook has answered, so that the command denies in its place where an agent waits for leave; return, or throw");

    [Fact]
    public Task HandingOutItsEndIsFound() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source("[Hook(HookPoint.BeforeToolCall)] internal static void See(ToolCallContext call) { Action<int> end = [|Environment.Exit|]; end(1); }"));

    [Theory]
    [InlineData("Environment.ExitCode = 2;")]
    [InlineData("_ = Environment.GetEnvironmentVariable(\"x\");")]
    public Task OtherMembersAreFine(string statement) => Expect.NothingAsync(
        Id,
        CommandProject.Of(CommandProject.Source($"[Hook(HookPoint.BeforeToolCall)] internal static void See(ToolCallContext call) {{ {statement} }}")));

    [Fact]
    public Task AnAgentOfOnesOwnMayEnd() => Expect.NothingAsync(
        Id,
        "static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static void See(ToolCallContext call) => Environment.Exit(1); }");
}
