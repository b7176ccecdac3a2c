namespace Guard.Shell;

/// <summary>Reads a <c>find</c> command: where it searches, and what it does with what it finds.</summary>
internal static class FindSearch
{
    /// <summary>The folders in which it searches.</summary>
    public static IReadOnlyList<ShellWord> Roots(ShellCommand search)
    {
        ShellWord[] roots =
        [
            .. search.Arguments
                .SkipWhile(word => word.Text is "-H" or "-P" or "-L" || word.Text.StartsWith("-O", StringComparison.Ordinal))
                .TakeWhile(word => !word.IsKnown || word.Text is not (['-', ..] or "(" or "!")),
        ];
        return roots is [] ? [ShellWord.Of(".")] : roots;
    }

    /// <summary>What it may find: one name for each folder.</summary>
    public static IReadOnlyList<ShellWord> Results(ShellCommand search) => FollowsLinks(search)
        ? [ShellWord.Unknown]
        : [.. Roots(search).Select(root => root.IsKnown ? root with { Text = root.Text + "/found", Shape = root.Shape + "/found" } : ShellWord.Unknown)];

    /// <summary>Whether it deletes what it finds.</summary>
    public static bool IsDeletion(ShellCommand search) => search.Arguments.Any(word => word.Text == "-delete");

    /// <summary>Whether it takes everything that it finds, or only what fits.</summary>
    public static bool IsSelective(ShellCommand search) => search.Arguments.Any(word => word.Text is
        "-name" or "-iname" or "-path" or "-ipath" or "-wholename" or "-regex" or "-iregex" or "-empty" or "-mtime" or "-mmin" or "-newer" or "-size" or "-mindepth");

    /// <summary>Whether it leaves the folders in which it searches.</summary>
    public static bool FollowsLinks(ShellCommand search) => search.Arguments.Any(word => word.Text is "-L" or "-follow");

    /// <summary>Adds the commands that it runs.</summary>
    public static void AddActions(ScriptBuilder found, ShellCommand search)
    {
        for (var at = 0; at < search.Words.Count; at++)
        {
            if (search.Words[at].Text is not ("-exec" or "-execdir" or "-ok" or "-okdir"))
                continue;
            ShellWord[] words = [.. search.Words.Skip(at + 1).TakeWhile(word => word.Text is not (";" or "+"))];
            at += words.Length;
            foreach (var result in Results(search))
                found.Add(search.With([.. words.Select(word => word.Text == "{}" ? result : word.Text.Contains("{}", StringComparison.Ordinal) ? ShellWord.Unknown : word)]));
        }
    }
}
