using System.Text;

namespace Guard.Shell;

// Text that a command reads and that stands below its line.
internal sealed partial class ShellReader
{
    private void AddHereDocument(bool isTrimmed)
    {
        var isQuoted = !_word.IsPlain;
        var delimiter = _word.End();
        if (!delimiter.IsKnown)
            Fail("the end of a here-document is not known");
        _hereDocuments.Enqueue(_openInput = new(delimiter.Text, isTrimmed, isQuoted));
    }

    private void ReadHereDocuments()
    {
        while (!_failed && _hereDocuments.TryDequeue(out var document))
        {
            if (ReadBody(document) is not { } body)
                Fail("a here-document has no end");
            else if (document.Reader is { } reader)
                reader.Input = document.IsQuoted ? ShellWord.Of(body) : Expand(body);
        }

        HandOver();
    }

    private string? ReadBody(HereDocument document)
    {
        var body = new StringBuilder();
        var begun = "";
        while (_at < _text.Length)
        {
            var end = EndOfLine(_at);
            var line = _text[_at..end];
            if (document.IsTrimmed)
                line = line.TrimStart('\t');
            _at = Math.Min(end + 1, _text.Length);

            // A backslash joins two lines, and whether that makes or unmakes the end is another matter in each shell.
            if (begun.Length > 0 && (line == document.Delimiter || begun[..^1] + line == document.Delimiter))
                Fail("the end of a here-document is joined to another line");
            if (line == document.Delimiter)
                return body.ToString();
            begun = document.IsQuoted || !line.EndsWith('\\') ? "" : begun.Length > 0 ? begun[..^1] + line : line;
            body.Append(line).Append('\n');
        }

        return null;
    }

    private ShellWord Expand(string body)
    {
        var reader = new ShellReader(body, 0, _scope, _found);
        reader._word.AddQuoted("");
        reader.ReadExpanded(toQuote: false);
        _failed |= reader._failed;
        return reader._word.End();
    }

    private sealed class HereDocument(string delimiter, bool isTrimmed, bool isQuoted)
    {
        public string Delimiter { get; } = delimiter;

        public bool IsTrimmed { get; } = isTrimmed;

        /// <summary>Whether the shell leaves the text as it is.</summary>
        public bool IsQuoted { get; } = isQuoted;

        /// <summary>The command that reads it.</summary>
        public ShellCommand? Reader { get; set; }
    }
}
