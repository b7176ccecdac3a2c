using System.Text;

namespace Hooks.Commands;

/// <summary>Standard error, opened when something is first written to it: most commands say nothing there.</summary>
internal sealed class StandardError : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Console.Error.Write(value);

    public override void Write(string? value) => Console.Error.Write(value);

    public override void WriteLine(string? value) => Console.Error.WriteLine(value);
}
