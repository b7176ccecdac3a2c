namespace Hooks.Analyzers.Tests.Rules.Commands;

public class Hook304VerdictNotExpressedTests
{
    private const string Id = "HOOK304";

    [Fact]
    public Task AQuestionThatSomeCannotAskIsFound() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        ToolHook("call.IsReadOnly ? HookResult.Continue : [|HookResult.Ask|](\"sure?\")", "ClaudeCode, Codex, GeminiCli"),
        "The hook 'Check' answers Ask at BeforeToolCall, which cannot be said to Codex CLI, Gemini CLI: what is sent is a denial");

    [Fact]
    public Task ADenialThatIsDroppedIsFoundWhoeverIsMeant() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source("[Hook(HookPoint.BeforeTurn)] internal static HookResult Check(TurnContext turn) => turn.Prompt is null ? HookResult.Continue : [|HookResult.Cancel|](\"no\");"),
        "The hook 'Check' answers Cancel at BeforeTurn, which cannot be said to GitHub Copilot CLI: what is sent is nothing, so that it goes on");

    [Fact]
    public Task AChangedPromptThatIsDroppedIsFoundWhoeverIsMeant() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source("[Hook(HookPoint.BeforeTurn)] internal static HookResult Check(TurnContext turn) { turn.Prompt = \"x\"; return [|HookResult.Modified|]; }"),
        "The hook 'Check' answers Modified at BeforeTurn, which cannot be said to GitHub Copilot CLI: what is sent is nothing, so that it goes on");

    [Theory]
    [InlineData("", "[|HookResult.Cancel|](\"x\")")]
    [InlineData(", Tools = \"@shell|mcp__*\"", "[|HookResult.Replace|](\"x\")")]
    public Task AResultThatTheModelReadsAllTheSameIsFoundWhoeverIsMeant(string tools, string answer) => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source($"[Hook(HookPoint.ToolResultReady{tools})] internal static HookResult Check(ToolCallContext call) => call.IsReadOnly ? HookResult.Continue : {answer};"),
        $"The hook 'Check' answers {(tools.Length == 0 ? "Cancel" : "Replace")} at ToolResultReady, which cannot be said to Cursor: what is sent is a text beside the result, which the model reads all the same");

    [Fact]
    public Task AResultOfAServersToolIsReplaced() => Expect.NothingAsync(
        Id,
        CommandProject.Of(CommandProject.Source("[Hook(HookPoint.ToolResultReady, Tools = \"mcp__a__* | MCP:*\")] internal static HookResult Check(ToolCallContext call) => HookResult.Replace(\"x\");")));

    [Fact]
    public Task AChangeThatApprovesIsFound() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        Changing("[|HookResult.Modified|]", "", "ClaudeCode, Codex"),
        "The hook 'Check' answers Modified at BeforeToolCall, which cannot be said to Codex CLI: what is sent is a denial");

    [Theory]
    [InlineData("HookPoint.BeforeToolCall", "ToolCallContext", "[|HookResult.Redirect|](\"other\")", "ClaudeCode")]
    [InlineData("HookPoint.BeforeToolCall", "ToolCallContext", "[|HookResult.Replace|](\"x\")", "ClaudeCode")]
    [InlineData("HookPoint.ToolResultReady", "ToolCallContext", "[|HookResult.Cancel|](\"x\")", "Codex")]
    [InlineData("HookPoint.BeforeCompaction", "CompactionContext", "[|HookResult.Cancel|](\"x\")", "ClaudeCode, GeminiCli")]
    [InlineData("HookPoint.PermissionRequest", "PermissionContext", "[|HookResult.Modified|]", "Codex")]
    [InlineData("HookPoint.ToolResultReady", "ToolCallContext", "[|HookResult.Modified|]", "Codex")]
    [InlineData("HookPoint.ToolResultReady", "ToolCallContext", "[|HookResult.Modified|]", "Cursor")]
    [InlineData("HookPoint.BeforeTurn", "TurnContext", "[|HookResult.Modified|]", "ClaudeCode")]
    public Task OthersAreFound(string point, string context, string answer, string agents) => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source($"[Hook({point})] internal static HookResult Check({context} context) => context.Time == default ? HookResult.Continue : {answer};", agents));

    [Theory]
    [InlineData("HookPoint.BeforeToolCall", "ToolCallContext", "HookResult.Cancel(\"x\")", "")]
    [InlineData("HookPoint.BeforeToolCall", "ToolCallContext", "HookResult.Ask(\"x\")", "")]
    [InlineData("HookPoint.BeforeToolCall", "ToolCallContext", "HookResult.Ask(\"x\")", "ClaudeCode, CopilotCli")]
    [InlineData("HookPoint.ToolResultReady", "ToolCallContext", "HookResult.Cancel(\"x\")", "ClaudeCode, GeminiCli, CopilotCli")]
    [InlineData("HookPoint.PermissionRequest", "PermissionContext", "HookResult.Allow(\"x\")", "ClaudeCode, Codex")]
    [InlineData("HookPoint.PermissionRequest", "PermissionContext", "HookResult.Ask(\"x\")", "ClaudeCode, Codex")]
    [InlineData("HookPoint.BeforeAgentStop", "AgentContext", "HookResult.Retry(\"x\")", "")]
    [InlineData("HookPoint.BeforeTurn", "TurnContext", "HookResult.Cancel(\"x\")", "ClaudeCode, Codex, GeminiCli, Cursor")]
    public Task WhatCanBeSaidIsFine(string point, string context, string answer, string agents) => Expect.NothingAsync(
        Id,
        CommandProject.Of(CommandProject.Source($"[Hook({point})] internal static HookResult Check({context} context) => context.Time == default ? HookResult.Continue : {answer};", agents)));

    [Fact]
    public Task AChangeThatMayApproveIsFine() => Expect.NothingAsync(Id, CommandProject.Of(Changing("HookResult.Modified", "call.ApproveRewrite();", "Codex")));

    [Fact]
    public Task WithoutThePackageEverythingCanBeSaid() => Expect.NothingAsync(
        Id,
        "static class Guards { [Hook(HookPoint.BeforeTurn)] internal static HookResult Check(TurnContext turn) => HookResult.Cancel(\"no\"); }");

    private static string ToolHook(string answer, string agents) =>
        CommandProject.Source($"[Hook(HookPoint.BeforeToolCall)] internal static HookResult Check(ToolCallContext call) => {answer};", agents);

    private static string Changing(string answer, string first, string agents) =>
        CommandProject.Source($"[Hook(HookPoint.BeforeToolCall)] internal static HookResult Check(ToolCallContext call) {{ {first} call.Arguments[\"x\"] = 1; return {answer}; }}", agents);
}
