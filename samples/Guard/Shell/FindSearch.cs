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

    /// <summary>What it may find: one name for each folder; the folders, if that may be all that is in them.</summary>
    public static IReadOnlyList<ShellWord> Results(ShellCommand search)
    {
        if (FollowsLinks(search))
            return [ShellWord.Unknown];
        var choice = ChoiceOf(search);
        return choice == Choice.All ? Roots(search)
            : choice == Choice.Unknown && Roots(search) is var roots ? roots.Any(root => root.Text is "." or "./") ? [ShellWord.Unknown] : roots
            : [.. Roots(search).SelectMany(root => Names(search), (root, name) => root.IsKnown ? root with { Text = root.Text + "/" + name, Shape = root.Shape + "/" + name.Replace('*', ShellWord.Anything).Replace('?', ShellWord.Anything) } : ShellWord.Unknown)];
    }

    /// <summary>Whether it deletes what it finds.</summary>
    public static bool IsDeletion(ShellCommand search) => search.Arguments.Any(word => word.Text == "-delete");

    // The names that are asked for, or one for all.
    private static IEnumerable<string> Names(ShellCommand search)
    {
        var words = search.Words;
        return Enumerable.Range(1, words.Count - 1)
            .Where(at => words[at - 1].Text is "-name" or "-iname" && (at < 2 || words[at - 2].Text is not ("!" or "-not")) && words[at].Text is not ("" or "." or ".."))
            .Select(at => words[at].Text).DefaultIfEmpty("found");
    }

    private enum Choice
    {
        All,

        /// <summary>By their age or size, which may be true of all.</summary>
        Unknown,

        ByName,
    }

    // Of things joined by -o each has to choose, for what it takes is added up.
    private static Choice ChoiceOf(ShellCommand search)
    {
        var (least, choice) = (Choice.ByName, Choice.All);
        for (var at = 1; at < search.Words.Count; at++)
        {
            var text = search.Words[at].Text;
            if (text is "-o" or "-or" or ",")
                (least, choice) = (Min(least, choice), Choice.All);
            else if (text is "!" or "-not" && at + 1 < search.Words.Count && search.Words[at + 1].Text is not "(")
                at++;
            else if (text is "!" or "-not")
                return Choice.All;
            else if (text is "-empty" || text is "-name" or "-iname" or "-path" or "-ipath" or "-wholename" or "-iwholename" or "-regex" or "-iregex" && at + 1 < search.Words.Count && IsSelective(search.Words[at + 1]))
                choice = Choice.ByName;
            else if (text is "-mtime" or "-mmin" or "-atime" or "-amin" or "-ctime" or "-cmin" or "-newer" or "-size" && choice == Choice.All)
                choice = Choice.Unknown;
        }

        return Min(least, choice);

        static Choice Min(Choice one, Choice other) => one < other ? one : other;
    }

    // Something must be in the pattern that is not true of every name.
    private static bool IsSelective(ShellWord pattern)
    {
        var isInSet = false;
        foreach (var character in pattern.Text)
        {
            isInSet = character == '[' || isInSet && character != ']';
            if (!isInSet && char.IsLetterOrDigit(character))
                return true;
        }

        return false;
    }

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
            foreach (var result in Results(search).TakeWhile(_ => !found.IsExhausted))
                found.Add(search.With([.. words.Select(word => word.Text == "{}" ? result : word.Text.Contains("{}", StringComparison.Ordinal) ? ShellWord.Unknown : word)]));
        }
    }
}
