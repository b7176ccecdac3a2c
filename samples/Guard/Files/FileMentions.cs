using Guard.Shell;

namespace Guard.Files;

/// <summary>Which words of a command may be names of files that it reads.</summary>
internal static class FileMentions
{
    public static IEnumerable<ShellWord> In(ShellCommand command)
    {
        foreach (var redirection in command.Redirections)
            yield return redirection.File;
        foreach (var assignment in command.Assignments)
            yield return assignment.Value;
        foreach (var word in Words(command))
        {
            yield return word;

            // --env-file=.env, HEAD:.env, of=.env, @.env
            foreach (var separator in new[] { '=', ':', '@' })
            {
                if (word.Text.LastIndexOf(separator) is var at && (at > 0 || at == 0 && separator == '@') && word.Shape.LastIndexOf(separator) is var shapeAt and >= 0)
                    yield return word with { Text = word.Text[(at + 1)..], Shape = word.Shape[(shapeAt + 1)..] };
            }
        }
    }

    // These show names, or take text for what it is.
    private static IEnumerable<ShellWord> Words(ShellCommand command) => command.Name switch
    {
        "echo" or "printf" or "test" or "[" or "[[" or "ls" or "dir" or "stat" or "basename" or "dirname" or "find" or "which" or "write-output" or "write-host" or "test-path" or "get-childitem" => [],
        "grep" or "egrep" or "fgrep" or "rg" or "ag" or "sed" or "awk" or "gawk" or "jq" when !command.Arguments.Any(word => word.Text is "-e" or "-f" || word.Text.StartsWith("--regexp", StringComparison.Ordinal)) =>
            command.Arguments.Where(word => word.IsOption).Concat(command.Arguments.Where(word => !word.IsOption).Skip(1)),
        "git" when GitCommand.Of(command) is { Name: "check-ignore" or "rm" or "status" or "ls-files" or "log" } => [],
        "git" or "gh" or "glab" => command.Arguments.Where(word => !word.Text.Any(char.IsWhiteSpace)),
        _ => command.Words,
    };
}
