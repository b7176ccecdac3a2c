namespace ChatAgent.Recorded;

/// <summary>A conversation that somebody had, in the place of a person and a model.</summary>
internal static class Recording
{
    private const string Support = "conversations/support.jsonl";

    /// <summary>Reads a recording.</summary>
    /// <param name="path">The file; null for the recording that comes with the program.</param>
    /// <exception cref="FormatException">A line makes no sense; the message names file, line and what would be right.</exception>
    public static IReadOnlyList<RecordedTurn> Load(string? path)
    {
        using var stream = path is null ? typeof(Recording).Assembly.GetManifestResourceStream(Support)! : File.OpenRead(path);
        using var reader = new StreamReader(stream);
        return Read(reader, path ?? Support);
    }

    /// <inheritdoc cref="Load"/>
    public static IReadOnlyList<RecordedTurn> Read(TextReader reader, string name)
    {
        var turns = new List<RecordedTurn>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var (user, answer) = RecordedLine.Parse(line);
                if (user is not null)
                    turns.Add(new(user, []));
                else if (turns.Count > 0)
                    turns[^1] = turns[^1] with { Answers = [.. turns[^1].Answers, answer!] };
                else
                    throw new FormatException("a recording begins with \"user\"");
            }
            catch (FormatException exception)
            {
                throw new FormatException($"{name}:{number}: {exception.Message}", exception);
            }
        }

        return turns.Count > 0 ? turns : throw new FormatException($"{name}: there is no line with \"user\"");
    }
}
