using Guard.Shell;
using Hooks;

namespace Guard.Rules;

/// <summary>Keeps the agent from rewriting history that others may have fetched.</summary>
internal static class ForcePushRule
{
    [Hook(HookPoint.BeforeToolCall, Name = "no-force-push", Tools = "@shell", Description = "Denies git push --force in all its spellings.")]
    public static HookResult Check(ToolCallContext call) => Objection.Answer((ShellScript.Of(call)?.Commands ?? []).SelectMany(Judge));

    private static IEnumerable<Objection> Judge(ShellCommand command)
    {
        if (GitCommand.Of(command) is not { } git)
            yield break;
        if (git.Unclear is { } unclear)
            yield return Objection.Ask(unclear);
        foreach (var objection in git.Name is "push" or "send-pack" ? JudgePush(git.Arguments) : JudgeOther(git))
            yield return objection;
    }

    private static IEnumerable<Objection> JudgePush(IReadOnlyList<ShellWord> arguments)
    {
        foreach (var word in arguments)
        {
            if (!word.IsLiteral)
                yield return Objection.Ask("only the shell knows what is pushed: it may be a force-push");
            else if (IsForced(word.Text))
                yield return Objection.Deny("force-push is not allowed: it rewrites history that others may have; push a new commit instead");
            else if (IsLeased(word.Text))
                yield return Objection.Ask("this force-push rewrites the branch if nobody else has changed it since the last fetch");
            else if (word.Text is "-d" or [':', _, ..] || IsShort(word.Text, "--delete") || IsShort(word.Text, "--prune"))
                yield return Objection.Ask("this deletes branches of the remote repository");
        }
    }

    private static bool IsForced(string word) => word switch
    {
        ['+', _, ..] => true,
        ['-', '-', ..] => IsShort(word, "--mirror") || word.Length > 5 && IsShort(word, "--force"),
        ['-', not '-', ..] => Flags(word).Contains('f'),
        _ => false,
    };

    private static bool IsLeased(string word) => word.Split('=')[0] is ['-', '-', 'f', 'o', 'r', 'c', 'e', '-', 'w', ..] name && "--force-with-lease".StartsWith(name, StringComparison.Ordinal);

    // Git takes the beginning of an option for the whole.
    private static bool IsShort(string word, string option) => word.Length > 3 && option.StartsWith(word, StringComparison.Ordinal);

    // -o takes the rest of the letters for its value.
    private static ReadOnlySpan<char> Flags(string word) => word.IndexOf('o') is var option and > 0 ? word.AsSpan(1, option - 1) : word.AsSpan(1);

    private static IEnumerable<Objection> JudgeOther(GitCommand git)
    {
        var words = git.Arguments;
        if (git.Name == "config" && words.Any(word => IsRunSetting(word)) && !words.Any(word => word.Text is "--get" or "--get-all" or "--unset" or "--list" or "-l" or "get"))
            yield return Objection.Ask("this setting of git makes it run or push something later, where nobody looks");
        else if (git.Name == "remote" && words.Any(word => word.Text.StartsWith("--mirror", StringComparison.Ordinal) && word.Text != "--mirror=fetch"))
            yield return Objection.Ask("each push to this remote repository would be a force-push");
        else if (git.Name == "submodule" && words.Any(word => word.Text == "foreach") || git.Name == "bisect" && words.Any(word => word.Text == "run")
            || git.Name == "rebase" && words.Any(word => word.Text is "-x" or "--exec" || word.Text.StartsWith("--exec=", StringComparison.Ordinal)) || git.Name is "filter-branch")
            yield return Objection.Ask("git is to start other commands");
    }

    private static bool IsRunSetting(ShellWord word) => !word.IsKnown
        || word.Text.StartsWith("alias.", StringComparison.OrdinalIgnoreCase)
        || word.Text.StartsWith("remote.", StringComparison.OrdinalIgnoreCase) && (word.Text.EndsWith(".push", StringComparison.OrdinalIgnoreCase) || word.Text.EndsWith(".mirror", StringComparison.OrdinalIgnoreCase))
        || word.Text.ToLowerInvariant() is "core.hookspath" or "core.sshcommand" or "core.fsmonitor" or "core.editor" or "core.pager" or "credential.helper";
}
