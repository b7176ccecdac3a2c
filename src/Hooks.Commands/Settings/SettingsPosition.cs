using System.Globalization;

namespace Hooks.Commands;

/// <summary>A place in a file, as editors count: both from 1, columns in UTF-16 units.</summary>
internal readonly record struct SettingsPosition(int Line, int Column)
{
    /// <summary>The place of an offset; a line ends with LF, CR LF or CR.</summary>
    public static SettingsPosition Of(ReadOnlySpan<char> text, int offset)
    {
        var line = 1;
        var start = text is ['\uFEFF', ..] && offset > 0 ? 1 : 0;
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
                start = i + 1;
            }
        }

        return new(line, offset - start + 1);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
