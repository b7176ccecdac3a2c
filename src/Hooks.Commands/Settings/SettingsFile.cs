using System.Globalization;
using System.Text;

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
            var target = Follow(path);
            if (Directory.Exists(target))
                throw new SettingsException($"{path}: this is a folder; name the settings file in it");
            if (!File.Exists(target))
                return new(path, target, null, SettingsText.Parse(path, string.Empty));
            var bytes = ReadBytes(path, target);
            return new(path, target, bytes, SettingsText.Parse(path, Decode(path, bytes)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingsException($"{path}: cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Puts a text in the place of what was read, and keeps what was there in a file beside it.</summary>
    /// <returns>The backup's path; null if nothing was there before.</returns>
    /// <exception cref="SettingsException">The file is protected, has changed since it was read, or cannot be written. It is as it was.</exception>
    public string? Write(SettingsText text)
    {
        string? temporary = null;
        try
        {
            if (Exists && (File.GetAttributes(Target) & FileAttributes.ReadOnly) != 0)
                throw new SettingsException($"{Path}: is read-only; nothing was written");
            if (IsDevice(Target))
                throw new SettingsException($"{Path}: is no regular file; nothing was written");
            var folder = System.IO.Path.GetDirectoryName(Target)!;
            Directory.CreateDirectory(folder);
            temporary = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(Target)}.{Guid.NewGuid():N}.tmp");
            Create(temporary, Strict.GetBytes(text.Text));
            if (Exists ? !ReadBytes(Path, Target).AsSpan().SequenceEqual(_read) : File.Exists(Target))
                throw new SettingsException($"{Path}: was changed by another program meanwhile; nothing was written, run this again");
            var backup = Exists ? Back() : null;
            File.Move(temporary, Target, overwrite: Exists);
            temporary = null;
            return backup;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{Path}: cannot be written, and is as it was: {error.Message}", error);
        }
        finally
        {
            if (temporary is not null)
                File.Delete(temporary);
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

    private static string Follow(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }

    private static byte[] ReadBytes(string path, string target)
    {
        using var file = File.OpenHandle(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!WholeFile.CanSeek(file) && !IsDevice(target))
            throw new SettingsException($"{path}: is no regular file");
        var bytes = new byte[MaxBytes + 1];
        var length = WholeFile.Read(file, bytes, 0);
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
