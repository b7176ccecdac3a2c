namespace Guard.Shell;

/// <summary>Collects the commands of a script and of the scripts in it.</summary>
internal sealed class ScriptBuilder
{
    private const int DeepestNesting = 24;
    private const int MostCommands = 2_000;
    private const int MostWords = 10_000;

    private readonly List<ShellCommand> _commands = [];
    private string? _unclear;
    private int _words;
    private int _nesting;

    /// <summary>Whether there is code in another language.</summary>
    public bool HasInlineCode { get; set; }

    /// <summary>Whether it takes no more.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Adds a command, and what it makes other programs run.</summary>
    public void Add(ShellCommand command)
    {
        if (_commands.Count == MostCommands)
            Exhaust("it has more than 2000 commands");
        if ((_words += command.Words.Count) > MostWords)
            Exhaust("it has more than 10,000 words");
        if (IsExhausted)
            return;

        Nest(() => InnerCommands.AddTo(this, command));
        _commands.Add(command);
    }

    /// <summary>Keeps what could not be read, if nothing was before.</summary>
    public void Fail(string unclear) => _unclear ??= unclear;

    /// <summary>Reads a script within the script.</summary>
    public void Nest(Action read)
    {
        if (_nesting == DeepestNesting)
        {
            Exhaust("it is nested too deep");
            return;
        }

        _nesting++;
        read();
        _nesting--;
    }

    // Whoever has written so much may have written it so that it takes for ever to read.
    private void Exhaust(string unclear)
    {
        IsExhausted = true;
        Fail(unclear);
    }

    public ShellScript Build() => new(_commands, _unclear) { HasInlineCode = HasInlineCode };
}
