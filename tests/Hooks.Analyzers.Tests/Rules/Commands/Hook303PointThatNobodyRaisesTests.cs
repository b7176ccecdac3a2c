namespace Hooks.Analyzers.Tests.Rules.Commands;

public class Hook303PointThatNobodyRaisesTests
{
    private const string Id = "HOOK303";

    [Fact]
    public Task APointOfNoAgentIsFound() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source("[Hook([|HookPoint.BeforeStateWrite|])] internal static void See(StateContext state) { }"),
        "The hook 'See' never runs: BeforeStateWrite is raised by no coding agent, and this program is meant for coding agents");

    [Theory]
    [InlineData("ClaudeCode, Codex", "Claude Code, Codex CLI")]
    [InlineData("Cursor", "Cursor")]
    public Task APointOfOtherAgentsIsFound(string agents, string names) => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source("[Hook([|HookPoint.BeforeModelCall|], Name = \"x\")] internal static void See(ModelCallContext call) { }", agents),
        $"The hook 'See' never runs: BeforeModelCall is raised by Gemini CLI, and this program is meant for {names}");

    [Fact]
    public Task AnAgentsOwnPointIsFoundElsewhere() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        CommandProject.Source("[Hook<[|ClaudeWorktreeRemove|]>] internal static void See(ClaudeWorktreeRemove removal) { }", "Codex"),
        "The hook 'See' never runs: ClaudeWorktreeRemove is raised by Claude Code, and this program is meant for Codex CLI");

    [Theory]
    [InlineData("[Hook(HookPoint.BeforeToolCall)] internal static void See(ToolCallContext call) { }", "Codex")]
    [InlineData("[Hook(HookPoint.AfterToolCall)] internal static void See(ToolCallContext call) { }", "GeminiCli")]
    [InlineData("[Hook(HookPoint.BeforeModelCall)] internal static void See(ModelCallContext call) { }", "ClaudeCode, GeminiCli")]
    [InlineData("[Hook(HookPoint.BeforeModelCall)] internal static void See(ModelCallContext call) { }", "")]
    [InlineData("[Hook<ClaudeWorktreeRemove>] internal static void See(ClaudeWorktreeRemove removal) { }", "ClaudeCode")]
    [InlineData("[Hook<Own>] internal static void See(Own own) { } [HookPoint(\"own\")] internal sealed class Own : CustomHookContext;", "Codex")]
    public Task WhatOneOfThemRaisesAndOwnPointsAreFine(string member, string agents) =>
        Expect.NothingAsync(Id, CommandProject.Of(CommandProject.Source(member, agents)));

    [Fact]
    public Task WithoutThePackageEveryPointIsFine() => Expect.NothingAsync(
        Id,
        "static class Guards { [Hook(HookPoint.BeforeStateWrite)] internal static void See(StateContext state) { } }");

    [Fact]
    public Task TestsMayHookWhatTheyFire() => Expect.NothingAsync(
        Id,
        CommandProject.Of(CommandProject.Source("[Hook(HookPoint.BeforeStateWrite)] internal static void See(StateContext state) { }")) with { IsTestProject = true });
}
