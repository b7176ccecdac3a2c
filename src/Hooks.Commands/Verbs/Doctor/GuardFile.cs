namespace Hooks.Commands;

/// <summary>Whether a program that settings name can be started, and is this one.</summary>
internal static class GuardFile
{
    /// <summary>The file that is started for a program, which may be a name on the PATH; null if there is none.</summary>
    public static string? Find(string program, GuardProgram among)
    {
        if (among.FileOf(program) is { } file)
            return File.Exists(file) ? file : null;
        return GuardProgram.OnPath(program);
    }

    /// <summary>What is wrong with it; null if nothing is.</summary>
    /// <param name="program">The program as settings name it.</param>
    /// <param name="among">How its file is found.</param>
    /// <param name="running">This program; null if it is not the one to compare with.</param>
    public static string? Problem(string program, GuardProgram among, string? running)
    {
        if (Find(program, among) is not { } file)
            return program.StartsWith('$') ? "cannot be found from here" : program.AsSpan().ContainsAny('/', '\\') ? "there is no such file" : "not on the PATH";
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0)
            return "not executable; chmod +x mends it";
        try
        {
            return running is not null && !IsSame(file, running) ? "another build than this program" : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "cannot be compared with this program: " + FileFailure.Reason(error);
        }
    }

    private static bool IsSame(string left, string right)
    {
        if (GuardProgram.Resolve(left) == GuardProgram.Resolve(right))
            return true;
        using var one = File.OpenHandle(left);
        using var other = File.OpenHandle(right);
        if (RandomAccess.GetLength(one) != RandomAccess.GetLength(other))
            return false;
        var (some, others) = (new byte[64 * 1024], new byte[64 * 1024]);
        for (var at = 0L; ; at += some.Length)
        {
            var length = WholeFile.Read(one, some, at);
            if (!some.AsSpan(0, length).SequenceEqual(others.AsSpan(0, WholeFile.Read(other, others, at))))
                return false;
            if (length < some.Length)
                return true;
        }
    }
}
