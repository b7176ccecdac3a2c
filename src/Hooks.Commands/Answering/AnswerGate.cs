namespace Hooks.Commands;

/// <summary>Lets one reply through, and no more: the hooks' or, if it comes first, the deadline's.</summary>
/// <param name="output">Where the agent reads the answer.</param>
/// <param name="error">Where people read notices.</param>
internal sealed class AnswerGate(Stream output, TextWriter error)
{
    private readonly object _writing = new();
    private bool _isAnswered;

    /// <summary>Takes the reply in place of the output; null if it is written there.</summary>
    public Action<HostReply>? Answered { get; set; }

    /// <summary>Writes the reply if none has been written.</summary>
    /// <returns>Whether it was the first.</returns>
    public bool TryAnswer(HostReply reply)
    {
        lock (_writing)
        {
            if (_isAnswered)
                return false;
            _isAnswered = true;
            if (Answered is not null)
            {
                Answered(reply);
            }
            else if (!reply.Output.IsEmpty)
            {
                output.Write(reply.Output.Span);
                output.Flush();
            }

            if (reply.Error is { } text)
                Write(text);
            foreach (var notice in reply.Notices)
                Say(notice);
            return true;
        }
    }

    /// <summary>Tells people something, the lines after the first indented; what an agent or model has written is made visible.</summary>
    public void Say(string text)
    {
        var prefix = "hooks: ";
        foreach (var line in text.Split('\n'))
        {
            Write(prefix + VisibleText.Escape(line.TrimEnd('\r')));
            prefix = "       ";
        }
    }

    private void Write(string line)
    {
        try
        {
            error.WriteLine(line);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nobody listens; the answer counts all the same.
        }
    }
}
