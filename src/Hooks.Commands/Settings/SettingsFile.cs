using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Hooks.Commands;

/// <summary>
/// A settings file on disk. A link is followed, and the file that it leads to is replaced: written beside it, flushed to
/// the disk, and put in its place by a rename, so that a reader sees the old text or the new one and nothing between.
/// </summary>
internal sealed class SettingsFile
{
    /// <summary>Settings are small; what is larger is something else.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What opening a file says that another has locked: EWOULDBLOCK, ERROR_SHARING_VIOLATION.
    private const int HeldLinux = 11;
    private const int HeldMac = 35;
    private const int HeldWindows = 32;

    private readonly byte[]? _read;

    private SettingsFile(string path, string target, byte[]? read, SettingsText text)
    {
        Path = path;
        Target = target;
        _read = read;
        Text = text;
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>The file behind the path, after links.</summary>
    public string Target { get; }

    /// <summary>Whether there is such a file.</summary>
    public bool Exists => _read is not null;

    /// <summary>What is in it; settings without anything where there is none.</summary>
    public SettingsText Text { get; }

    /// <summary>Reads a file, or begins one.</summary>
    /// <param name="path">Where it is. It need not exist.</param>
    /// <exception cref="SettingsException">It cannot be read, is not UTF-8, too large, or malformed.</exception>
    public static SettingsFile Read(string path)
    {
        try
        {
            var target = ResolvedPath.Of(path);
            if (Directory.Exists(target) || System.IO.Path.EndsInDirectorySeparator(path))
                throw new SettingsException($"{path}: this is a folder; name the settings file in it");

            // What a pipe is linked to is no file of that name.
            if (!File.Exists(target) && IsDevice(System.IO.Path.GetFullPath(path)) && File.Exists(path))
                target = System.IO.Path.GetFullPath(path);
            if (!File.Exists(target))
                return new(path, target, null, SettingsText.Parse(path, string.Empty));
            var bytes = ReadBytes(path, target);
            return new(path, target, bytes, SettingsText.Parse(path, Decode(path, bytes)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingsException($"{path}: cannot be read: {FileFailure.Reason(error)}", error);
        }
    }

    /// <summary>Puts a text in the place of what was read, and keeps what was there in a file beside it.</summary>
    /// <returns>The backup's path; null if nothing was there before.</returns>
    /// <exception cref="SettingsException">The file is protected, has changed since it was read, or cannot be written. It is as it was.</exception>
    public string? Write(SettingsText text)
    {
        string? temporary = null, backup = null;
        try
        {
            if (Exists && (File.GetAttributes(Target) & FileAttributes.ReadOnly) != 0)
                throw new SettingsException($"{Path}: is read-only; nothing was written");
            if (IsDevice(Target))
                throw new SettingsException($"{Path}: is no regular file; nothing was written");
            var folder = System.IO.Path.GetDirectoryName(Target)!;
            Directory.CreateDirectory(folder);
            using var alone = Lock(folder);
            temporary = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(Target)}.{Guid.NewGuid():N}.tmp");
            Create(temporary, Strict.GetBytes(text.Text));
            backup = Exists ? Back() : null;

            // Nothing that takes time comes between this and the rename: other programs know nothing of the lock.
            if (Exists ? !ReadBytes(Path, Target).AsSpan().SequenceEqual(_read) : File.Exists(Target))
                throw new SettingsException($"{Path}: was changed by another program meanwhile; nothing was written, run this again");
            File.Move(temporary, Target, overwrite: Exists);
            (var kept, temporary, backup) = (backup, null, null);
            return kept;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{Path}: cannot be written, and is as it was: {FileFailure.Reason(error)}", error);
        }
        finally
        {
            foreach (var left in (string?[])[temporary, backup])
            {
                if (left is not null)
                    File.Delete(left);
            }
        }
    }

    // Held from the comparison to the rename, so that of two programs of this kind none writes over what the other has written.
    private SafeFileHandle Lock(string folder)
    {
        var path = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(Target)}.lock");
        try
        {
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when ((error.HResult & 0xFFFF) is HeldLinux or HeldMac or HeldWindows)
        {
            throw new SettingsException($"{Path}: is being written by another program; nothing was written, run this again", error);
        }
    }

    // A name of its own for each backup: an earlier one may be all that is left of somebody's settings.
    private string Back()
    {
        for (var number = 1; ; number++)
        {
            var backup = Target + ".bak" + (number == 1 ? string.Empty : number.ToString(CultureInfo.InvariantCulture));
            if (System.IO.Path.Exists(backup))
                continue;
            Create(backup, _read!);
            return backup;
        }
    }

    // Settings may hold secrets: what is made from a file is never readable to more people than the file is.
    private void Create(string path, byte[] bytes)
    {
        var mode = Exists && !OperatingSystem.IsWindows() ? File.GetUnixFileMode(Target) : (UnixFileMode?)null;
        using var file = WholeFile.Create(path, mode & (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        try
        {
            if (mode is { } kept && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, kept);
            RandomAccess.Write(file, bytes, 0);
            RandomAccess.FlushToDisk(file);
        }
        catch
        {
            // Half a backup would pass for a whole one.
            File.Delete(path);
            throw;
        }
    }

    // A rename would put a file in the place of a device, and everybody would miss that.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && ((string[])["/dev/", "/proc/", "/sys/"]).Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    private static byte[] ReadBytes(string path, string target)
    {
        using var file = File.OpenHandle(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var isRegular = WholeFile.CanSeek(file);
        if (!isRegular && !IsDevice(target))
            throw new SettingsException($"{path}: is no regular file");
        var bytes = new byte[MaxBytes + 1];
        var length = isRegular ? WholeFile.Read(file, bytes, 0) : StandardStream.Of(file).ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= MaxBytes ? bytes.AsSpan(0, length).ToArray()
            : throw new SettingsException($"{path}: is larger than {MaxBytes / 1024 / 1024} MiB, which no settings file is");
    }

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            var before = Encoding.UTF8.GetString(bytes, 0, error.Index);
            throw new SettingsException(path, SettingsPosition.Of(before, before.Length), "not UTF-8; save the file in that encoding");
        }
    }
}
