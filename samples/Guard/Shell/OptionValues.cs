namespace Guard.Shell;

/// <summary>Tells options of a command from its operands, and finds the values that options are given.</summary>
internal static class OptionValues
{
    /// <summary>Stands for letters of options when a program does not take several in one word.</summary>
    public const string Alone = "*";

    /// <summary>
    /// The values of options: the next word, what stands behind an equals sign or a colon, or right behind a single letter, which may have
    /// other letters before it, but none that takes the rest for its own value. Long options may be cut short.
    /// </summary>
    /// <param name="words">The words behind the program.</param>
    /// <param name="valued">Letters of other options with a value.</param>
    /// <param name="options">The options, between spaces.</param>
    public static IEnumerable<ShellWord> Of(IReadOnlyList<ShellWord> words, string valued, string options)
    {
        if (options.Length == 0)
            yield break;
        var names = options.Split(' ');
        if (valued != Alone)
            valued += string.Concat(names.Where(name => name.Length == 2).Select(name => name[1]));
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            foreach (var option in names)
            {
                if (IndexOfValue(word.Text, option, valued) is var value && value == word.Text.Length)
                    yield return at + 1 < words.Count ? words[at + 1] : ShellWord.Unknown;
                else if (value > 0)
                    yield return word.From(value);
            }
        }
    }

    /// <summary>The words that are no options nor their values, and what stands behind the colon in an option.</summary>
    /// <param name="arguments">The words behind the program.</param>
    /// <param name="valued">Letters of options of which the next word is the value.</param>
    public static ShellWord[] Operands(IEnumerable<ShellWord> arguments, string valued = "")
    {
        var operands = new List<ShellWord>();
        var isEnd = false;
        var isValue = false;
        foreach (var word in arguments)
        {
            if (isValue)
                isValue = false;
            else if (!isEnd && word.Text is ['-', var letter] && valued.Contains(letter) && letter != '-')
                isValue = true;
            else if (!isEnd && word.Text == "--")
                isEnd = true;
            else if (isEnd || !word.IsOption)
                operands.Add(word);
            else if (word.Text.IndexOf(':') is var colon and > 1)
                operands.Add(word.From(colon + 1));
        }

        return [.. operands];
    }

    /// <summary>Whether one of the words begins as one of the options does.</summary>
    public static bool Has(ShellCommand command, params string[] options) => command.Arguments.Any(word => Array.Exists(options, option => word.Text.StartsWith(option, StringComparison.Ordinal)));

    // The length of the word if the value is the next one; -1 if it is not the option.
    private static int IndexOfValue(string word, string option, string valued)
    {
        if (option.Length == 2)
        {
            var at = word is ['-', not '-', ..] ? word.IndexOf(option[1], 1) : -1;
            return at < 0 || (valued == Alone ? at > 1 : word.AsSpan(1, at - 1).IndexOfAny(valued) >= 0) ? -1 : at + 1;
        }

        var isLong = option.StartsWith("--", StringComparison.Ordinal);
        var end = word.IndexOf(isLong ? '=' : ':') is var sign and > 0 ? sign : word.Length;
        return end >= (isLong ? 5 : 2) && option.StartsWith(word[..end], isLong ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) ? Math.Min(end + 1, word.Length) : -1;
    }
}
