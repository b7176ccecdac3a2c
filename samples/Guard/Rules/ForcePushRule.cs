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
        foreach (var objection in git.Name is "push" or "send-pack" ? JudgePush(git.Arguments).Concat(JudgeOther(git)) : JudgeOther(git))
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
        if (git.Name == "config" && IsRunSetting(words))
            yield return Objection.Ask("this setting of git may make it run or push something later, where nobody looks");
        else if (git.Name == "remote" && words.Any(word => word.Text.StartsWith("--mirror", StringComparison.Ordinal) && word.Text != "--mirror=fetch"))
            yield return Objection.Ask("each push to this remote repository would be a force-push");
        else if (words.Any(word => StartsOthers(git.Name, word.Text)))
            yield return Objection.Ask("git is to start other commands");
    }

    // git config [set|add] [options] name [value]
    private static bool IsRunSetting(IReadOnlyList<ShellWord> words)
    {
        var isEdited = words.Any(word => word.Text is "-e" or "--edit" or "edit");
        if (words.Any(word => word.Text is "--get" or "--get-all" or "--get-regexp" or "--unset" or "--unset-all" or "--list" or "-l" or "get" or "list" or "unset"))
            return false;
        ShellWord[] operands = [.. OptionValues.Operands(words, "f").Where(word => word.Text is not ("set" or "add"))];
        return isEdited || operands.Length > 1 && !GitCommand.IsHarmless(operands[0]) || words.Any(word => word.Text is "--rename-section");
    }

    private static bool StartsOthers(string name, string word) => name switch
    {
        "submodule" => word == "foreach",
        "bisect" => word == "run",
        "rebase" => IsShort(word, "--exec") || word.Split('=')[0] == "--exec" || word is ['-', not '-', ..] && word.Contains('x'),
        "filter-branch" => true,
        "grep" => word.StartsWith("-O", StringComparison.Ordinal) || word.StartsWith("--open", StringComparison.Ordinal),
        "difftool" => word.StartsWith("-x", StringComparison.Ordinal) || word.StartsWith("--ext", StringComparison.Ordinal),
        "clone" or "fetch" or "pull" or "push" or "ls-remote" or "archive" or "remote" or "submodule" =>
            word.StartsWith("--upload", StringComparison.Ordinal) || word.StartsWith("--receive", StringComparison.Ordinal) || word.StartsWith("--exec", StringComparison.Ordinal) || word.StartsWith("ext::", StringComparison.Ordinal)
            || name == "clone" && (word is ['-', 'u' or 'c', ..] || word.StartsWith("--config", StringComparison.Ordinal) || word.StartsWith("--templ", StringComparison.Ordinal)),
        _ => false,
    };
}
