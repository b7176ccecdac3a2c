using System.Text;

namespace Hooks.Commands;

/// <summary>Standard error, for what the command and its hooks say to people. Each text is written at once; that nobody reads it changes no verdict.</summary>
internal sealed class StandardError : TextWriter
{
    private readonly Stream _stream = StandardStream.Error;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        try
        {
            _stream.Write(Encoding.UTF8.GetBytes(value ?? string.Empty));
        }
        catch (IOException)
        {
        }
    }

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);
}
