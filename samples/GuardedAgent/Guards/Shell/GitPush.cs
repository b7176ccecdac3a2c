namespace GuardedAgent.Guards.Shell;

/// <summary>Recognises <c>git push</c> behind git's own options.</summary>
internal static class GitPush
{
    public static bool TryGetArguments(ShellCommand command, out IReadOnlyList<ShellWord> arguments)
    {
        arguments = [];
        if (command.Name != "git")
            return false;
        var words = command.Arguments;
        var at = 0;
        while (at < words.Count && words[at].Text.StartsWith('-'))
            at += TakesValue(words[at].Text) ? 2 : 1;
        if (at >= words.Count || words[at].Text != "push")
            return false;
        arguments = [.. words.Skip(at + 1)];
        return true;
    }

    private static bool TakesValue(string option) =>
        option is "-C" or "-c" or "--git-dir" or "--work-tree" or "--namespace" or "--config-env" or "--exec-path";
}
