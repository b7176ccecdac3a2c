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
        : !IsSelective(search) ? Roots(search)
        : [.. Roots(search).SelectMany(root => Names(search), (root, name) => root.IsKnown ? root with { Text = root.Text + "/" + name, Shape = root.Shape + "/" + name.Replace('*', ShellWord.Anything).Replace('?', ShellWord.Anything) } : ShellWord.Unknown)];

    // The names that are asked for, or one for all.
    private static IEnumerable<string> Names(ShellCommand search)
    {
        var words = search.Words;
        return Enumerable.Range(1, words.Count - 1)
            .Where(at => words[at - 1].Text is "-name" or "-iname" && (at < 2 || words[at - 2].Text is not ("!" or "-not")) && words[at].Text is not ("" or "." or ".."))
            .Select(at => words[at].Text).DefaultIfEmpty("found");
    }

    /// <summary>Whether it deletes what it finds.</summary>
    public static bool IsDeletion(ShellCommand search) => search.Arguments.Any(word => word.Text == "-delete");

    /// <summary>Whether it takes everything that it finds, or only what fits.</summary>
    public static bool IsSelective(ShellCommand search) => search.Arguments.Any(word => word.Text is
        "-name" or "-iname" or "-path" or "-ipath" or "-wholename" or "-regex" or "-iregex" or "-empty" or "-mtime" or "-mmin" or "-newer" or "-size");

    /// <summary>Whether it leaves the folders in which it searches.</summary>
    public static bool FollowsLinks(ShellCommand search) => search.Arguments.Any(word => word.Text is "-L" or "-follow" or "-files0-from" or "-D");

    /// <summary>Adds the commands that it runs.</summary>
    public static void AddActions(ScriptBuilder found, ShellCommand search)
    {
        for (var at = 0; at < search.Words.Count; at++)
        {
            if (search.Words[at].Text is not ("-exec" or "-execdir" or "-ok" or "-okdir"))
                continue;
            if (search.Words[at].Text is "-execdir" or "-okdir" && Roots(search).Any(root => !root.IsKnown || root.IsHome || root.Text.StartsWith('/') || root.Text.Contains("..", StringComparison.Ordinal)))
                found.Fail("it runs commands in folders elsewhere");

            // A + ends the command only behind {}.
            var start = at + 1;
            while (++at < search.Words.Count && search.Words[at].Text != ";" && !(search.Words[at].Text == "+" && search.Words[at - 1].Text == "{}"))
            {
            }

            ShellWord[] words = [.. search.Words.Take(start..at)];
            foreach (var result in Results(search))
                found.Add(search.With([.. words.Select(word => word.Text == "{}" ? result : word.Text.Contains("{}", StringComparison.Ordinal) ? ShellWord.Unknown : word)]));
        }
    }
}
