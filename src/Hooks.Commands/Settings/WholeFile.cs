using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Hooks.Commands;

/// <summary>Reads and makes files without the framework's streams, whose buffers and waiting are 60 KB of a native program.</summary>
internal static partial class WholeFile
{
    // Written, made, and not there before, in the numbers of Linux; not inherited by programs that are started.
    private const int NewOnLinux = 0x1 | 0x40 | 0x80 | 0x80000;

    /// <summary>Fills a buffer as far as the file goes.</summary>
    /// <returns>How much was read; less than there is room for only at the end.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static int Read(SafeFileHandle file, Span<byte> buffer, long at)
    {
        var length = 0;
        while (length < buffer.Length && RandomAccess.Read(file, buffer[length..], at + length) is > 0 and var read)
            length += read;
        return length;
    }

    /// <summary>Whether it is one that has a length; a pipe has none.</summary>
    public static bool CanSeek(SafeFileHandle file)
    {
        try
        {
            return RandomAccess.GetLength(file) >= 0;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Makes a file to write to.</summary>
    /// <param name="path">Where nothing is yet.</param>
    /// <param name="mode">Who may use it on Unix; by default what the process leaves to others.</param>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static SafeFileHandle Create(string path, UnixFileMode? mode)
    {
        if (mode is not { } given || OperatingSystem.IsWindows())
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        if (OperatingSystem.IsLinux())
        {
            var file = Open(path, NewOnLinux, (int)given);
            return file >= 0 ? new(file, ownsHandle: true) : throw new IOException($"{path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        // Elsewhere an argument that need not be given may be handed over in another way than others.
        using (new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = given }))
            return File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags, int mode);
}
