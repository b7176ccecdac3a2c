using Hooks;

namespace Humongous.Ensembles;

/// <summary>Hard questions go to several models, and the majority decides.</summary>
public static class ForkAndVote
{
    private static readonly string[] Panel = ["opus", "gpt", "gemini"];

    [Hook(HookPoint.BeforeModelCall, Name = "panel")]
    public static HookResult AskThePanel(ModelCallContext call)
    {
        if (call.IsStreaming || !IsHard(call))
            return HookResult.Continue;

        var branches = Panel
            .Where(model => model != call.Model)
            .Select(model => new HookBranch(model, With(call.Options, "temperature", 0.2)))
            .Prepend(new HookBranch(call.Model ?? Panel[0]))
            .ToList();
        return HookResult.Fork(branches, HookForkMerge.Vote);
    }

    [Hook(HookPoint.BeforeToolCall, Name = "mirrors", Tools = "download")]
    public static HookResult TryMirrors(ToolCallContext call)
    {
        if (!call.IsIdempotent || !call.Arguments.TryGetStrings("mirrors", out var mirrors) || mirrors.Count < 2)
            return HookResult.Continue;

        return HookResult.Fork([.. mirrors.Select(mirror => new HookBranch(call.ToolName, With(call.Arguments, "url", mirror)))]);
    }

    [Hook(HookPoint.BeforeWorkflowStage, Name = "parallel-review")]
    public static HookResult ReviewInParallel(WorkflowContext stage) =>
        stage is { Stage: "review", Attempt: 1 }
            ? HookResult.Fork([new HookBranch("security-review"), new HookBranch("style-review")], HookForkMerge.All)
            : HookResult.Continue;

    [Hook(HookPoint.AfterModelCall, Name = "panel-footnote")]
    public static HookResult AddFootnote(ModelCallContext call)
    {
        if (!call.Items.ContainsKey("panel") || call.ResponseText is null)
            return HookResult.Continue;
        call.ResponseText += $"\n\n(agreed by {Panel.Length} models)";
        return HookResult.Modified;
    }

    private static bool IsHard(ModelCallContext call)
    {
        var last = call.Messages.LastOrDefault(message => message.Role == "user");
        return last is not null && last.Content.Contains("think hard", StringComparison.OrdinalIgnoreCase);
    }

    private static HookArguments With(HookArguments arguments, string name, object value)
    {
        var copy = arguments.Clone();
        copy[name] = value;
        return copy;
    }
}
