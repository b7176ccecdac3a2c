using System.Runtime.InteropServices;

namespace Hooks.Commands;

/// <summary>A file to which programs that run beside each other add lines: each line whole, none over another.</summary>
internal static partial class AppendedFile
{
    private const int WriteOnly = 1;

    /// <summary>Read only where the file is made, which is on Linux: elsewhere an argument that need not be given may be handed over in another way.</summary>
    private const int OwnerOnly = 0x180;

    /// <summary>Adds a line with one write. The file is made for its owner alone.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static void Add(string path, ReadOnlySpan<byte> line)
    {
        if (OperatingSystem.IsWindows())
            AddOnWindows(path, line);
        else
            AddOnUnix(path, line);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void AddOnUnix(string path, ReadOnlySpan<byte> line)
    {
        if (!OperatingSystem.IsLinux() && !File.Exists(path))
        {
            using var made = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }

        // FileMode.Append writes to where the file ended when it was opened, over the lines that others have added meanwhile. The other
        // flag: a pipe that nobody reads is an error and not a wait without end. On Linux the file is made too, if there is none.
        var file = Open(path, WriteOnly | (OperatingSystem.IsLinux() ? 0x400 | 0x800 | 0x40 | 0x80000 : 0x8 | 0x4), OwnerOnly);
        if (file < 0)
            throw new IOException($"'{path}' cannot be opened for appending: {Marshal.GetLastPInvokeErrorMessage()}");
        try
        {
            if (Write(file, line, line.Length) != line.Length)
                throw new IOException($"'{path}' did not take the whole line: {Marshal.GetLastPInvokeErrorMessage()}");
        }
        finally
        {
            _ = Close(file);
        }
    }

    private static void AddOnWindows(string path, ReadOnlySpan<byte> line)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
                file.Write(line);
                return;
            }
            catch (IOException) when (attempt < 100 && File.Exists(path))
            {
                // Somebody else is adding a line at this moment.
                Thread.Yield();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int file, ReadOnlySpan<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
