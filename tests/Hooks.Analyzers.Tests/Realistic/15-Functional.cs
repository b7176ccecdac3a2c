using Hooks;
using static Hooks.HookResult;

namespace Graphic.Rules;

/// <summary>Rules as expressions.</summary>
internal static class Rules
{
    private static readonly Func<ToolCallContext, string?>[] Objections =
    [
        static call => call.Arguments.Count > 32 ? "too many arguments" : null,
        static call => call.Arguments.Values.OfType<string>().Any(text => text.Length > 100_000) ? "an argument is too long" : null,
        static call => call.Arguments.Keys.FirstOrDefault(string.IsNullOrWhiteSpace) is not null ? "an argument has no name" : null,
    ];

    [Hook(HookPoint.ToolValidation)]
    internal static HookResult Validate(ToolCallContext call) =>
        Objections.Select(objection => objection(call)).FirstOrDefault(found => found is not null) is { } reason
            ? Cancel(reason)
            : Continue;

    [Hook(HookPoint.BeforeToolCall, Tools = "git_*|gh_*")]
    internal static HookResult Git(ToolCallContext call) => (call.ToolName, call.Arguments.GetString("branch")) switch
    {
        ("git_push", "main" or "master") => Cancel("push to a branch and open a pull request"),
        ("git_push", null) => Ask("which branch?"),
        ("gh_merge", _) => Ask("merging is for people"),
        ("git_clone", _) when call.WorkingDirectory is null => Cancel("there is nowhere to clone to"),
        ("git_log", _) => Cache(TimeSpan.FromSeconds(10)),
        _ => Continue,
    };

    [Hook(HookPoint.BeforeTurn)]
    internal static HookResult Turn(TurnContext turn)
    {
        return turn.Prompt is null ? Skipped : Words(turn.Prompt) switch
        {
            0 => Cancel("there is nothing to do"),
            > 20_000 => Ask("this is a whole book"),
            _ => Continue,
        };

        static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    }

    [Hook(HookPoint.AfterModelCall)]
    internal static HookResult Answer(ModelCallContext call) => call switch
    {
        { ResponseText: null or "", RequestedTools: null } => Retry("say something", maxAttempts: 2),
        { FinishReason: "length", Usage.OutputTokens: > 4_000 } => Replace(call.ResponseText + " [...]", "cut off"),
        _ => Continue,
    };

    [Hook(HookPoint.PermissionRequest)]
    internal static HookResult Permission(PermissionContext request) =>
        request.SuggestedRules is [var only] && only.EndsWith("(read)", StringComparison.Ordinal) ? Allow() : Ask(request.Reason);

    [Hook(HookPoint.BeforeAgentInit)]
    internal static ValueTask<HookResult> Init(AgentContext agent) => new(agent.Model is null ? Cancel("no model") : Continue);

    [Hook(HookPoint.AfterToolCall)]
    internal static ValueTask Done(ToolCallContext call) =>
        call.Outcome is ToolCallOutcome.Failed ? Report(call) : ValueTask.CompletedTask;

    private static async ValueTask Report(ToolCallContext call) => await Console.Error.WriteLineAsync($"{call.ToolName}: {call.ErrorMessage}");
}
