using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Hooks.Commands;

/// <summary>
/// Standard input, output and error as the system has them. Those of <see cref="Console"/> start a thread for the terminal's signals and
/// read the terminal's description, which takes a program that only answers as long as all the rest.
/// </summary>
internal sealed unsafe partial class StandardStream : Stream
{
    private const int Interrupted = 4;

    private readonly int _descriptor;
    private readonly string _name;

    private StandardStream(int descriptor, string name) => (_descriptor, _name) = (descriptor, name);

    /// <summary>Standard input; where this system has no descriptors, that of the console.</summary>
    public static Stream Input => OperatingSystem.IsWindows() ? Console.OpenStandardInput() : new StandardStream(0, "input");

    /// <inheritdoc cref="Input"/>
    public static Stream Output => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardStream(1, "output");

    /// <inheritdoc cref="Input"/>
    public static Stream Error => OperatingSystem.IsWindows() ? Console.OpenStandardError() : new StandardStream(2, "error");

    /// <summary>What comes out of a pipe that the system has under a name, as the shell's <c>&lt;(...)</c>; not on Windows.</summary>
    public static Stream Of(SafeFileHandle pipe) => new StandardStream((int)pipe.DangerousGetHandle(), "pipe");

    /// <summary>Whether a person would have to write the payload.</summary>
    public static bool IsInputTerminal => OperatingSystem.IsWindows() ? !Console.IsInputRedirected : IsTerminal(0) != 0;

    /// <summary>
    /// Takes standard output away for the answer: what a hook, a library or a program that they start writes there from now on goes to
    /// standard error. One line of theirs before the answer, and an agent takes it for plain text and goes on. On Windows nothing is taken.
    /// </summary>
    public static Stream TakeOutput()
    {
        if (OperatingSystem.IsWindows() || Duplicate(1) is not (> 2 and var taken))
            return Output;
        _ = DuplicateOnto(2, 1);
        return new StandardStream(taken, "output");
    }

    public override bool CanRead => _descriptor == 0;

    public override bool CanWrite => _descriptor != 0;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            nint count;
            do
                count = ReadDescriptor(_descriptor, start, buffer.Length);
            while (count < 0 && MayGoOn(PollIn));
            return (int)count;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            for (var at = 0; at < buffer.Length;)
            {
                var count = WriteDescriptor(_descriptor, start + at, buffer.Length - at);
                if (count >= 0)
                    at += (int)count;
                else
                    MayGoOn(PollOut);
            }
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // A signal comes between, or who started the command has made the descriptor one that does not wait.
    private bool MayGoOn(short condition)
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == Interrupted)
            return true;
        if (error != (OperatingSystem.IsLinux() ? 11 : 35))
            throw new IOException($"Standard {_name} cannot be {(CanRead ? "read" : "written")} (errno {error}).");
        var wanted = new Polled { Descriptor = _descriptor, Wanted = condition };
        Poll(&wanted, 1, -1);
        return true;
    }

    private const short PollIn = 1;
    private const short PollOut = 4;

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadDescriptor(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteDescriptor(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int DuplicateOnto(int descriptor, int other);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(Polled* wanted, nuint count, int milliseconds);

    /// <summary>What <c>poll</c> waits for.</summary>
    private struct Polled
    {
        public int Descriptor;
        public short Wanted;
        public short Seen;
    }
}
