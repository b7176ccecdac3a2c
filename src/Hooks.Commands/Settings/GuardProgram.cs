namespace Hooks.Commands;

/// <summary>The program that settings start, by which its entries are told from those of others.</summary>
/// <param name="command">Its path as settings have it; it may begin with an agent's variable for the folder of the project.</param>
/// <param name="settingsPath">Where the settings are, from which that folder is found.</param>
internal sealed class GuardProgram(string command, string settingsPath)
{
    private static readonly StringComparison ByCase = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public string Command { get; } = command;

    /// <summary>The file behind a path of these settings; null if it is to be looked for on the PATH, or cannot be told.</summary>
    public string? FileOf(string program)
    {
        if (program.StartsWith('$'))
        {
            var end = program.AsSpan().IndexOfAny('/', '\\');
            return end > 0 && program.AsSpan(0, end).Contains("PROJECT_DIR", StringComparison.Ordinal) ? Path.Join(ProjectFolder, program[end..]) : null;
        }

        return Path.IsPathFullyQualified(program) ? program : program.AsSpan().ContainsAny('/', '\\') ? Path.GetFullPath(Path.Join(ProjectFolder, program)) : null;
    }

    /// <summary>
    /// Whether an entry starts this program: by the same path, by another path or a name on the PATH that leads to the same file, or by
    /// a path of the same name where nothing is any more, as after a move. A program of the same name elsewhere that exists is another one.
    /// </summary>
    public bool Is(string program)
    {
        if (program == Command)
            return true;
        if (!IsNamed(program))
            return false;
        return FileOf(program) is { } file ? !File.Exists(file) || IsOwn(file) : OnPath(program) is { } found && IsOwn(found);
    }

    /// <summary>Whether a program has the same name, wherever it is.</summary>
    public bool IsNamed(string program) => NameOf(program).Equals(NameOf(Command), ByCase);

    /// <summary>The file that is started for a name without a folder; null if none on the PATH has it.</summary>
    public static string? OnPath(string name)
    {
        if (name.AsSpan().ContainsAny('/', '\\'))
            return null;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var file in OperatingSystem.IsWindows() ? [name, name + ".exe"] : (string[])[name])
            {
                if (Path.Join(folder, file) is var candidate && File.Exists(candidate))
                    return candidate;
            }
        }

        return null;
    }

    private bool IsOwn(string file) => (FileOf(Command) ?? OnPath(Command)) is { } own && Resolve(file).Equals(Resolve(own), ByCase);

    /// <summary>The file behind links.</summary>
    public static string Resolve(string file)
    {
        try
        {
            return ResolvedPath.Of(file);
        }
        catch (IOException)
        {
            return Path.GetFullPath(file);
        }
    }

    // Settings of a project are in a folder of the project: .claude, .codex, .gemini, .cursor, .github/hooks.
    private string ProjectFolder
    {
        get
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(settingsPath))!;
            for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            {
                if (Path.GetFileName(at) is ['.', _, ..] && Path.GetDirectoryName(at) is { } project)
                    return project;
            }

            return folder;
        }
    }

    private static string NameOf(string program)
    {
        var name = program[(program.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }
}
