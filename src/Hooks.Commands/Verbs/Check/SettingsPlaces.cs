namespace Hooks.Commands;

/// <summary>Where agents look for their settings.</summary>
internal static class SettingsPlaces
{
    private static readonly (string Folder, CodingAgent Agent)[] Folders =
    [
        (".claude", CodingAgent.ClaudeCode), (".codex", CodingAgent.Codex), (".gemini", CodingAgent.GeminiCli),
        (".copilot", CodingAgent.CopilotCli), (".github", CodingAgent.CopilotCli), (".cursor", CodingAgent.Cursor),
    ];

    /// <summary>
    /// The user's folder; on Unix none if the variable <c>HOME</c> is missing. What the framework looks up then, in the system's table of
    /// users and in a file of its own, brings its streams into a native program.
    /// </summary>
    public static string Home => OperatingSystem.IsWindows()
        ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
        : Environment.GetEnvironmentVariable("HOME") ?? string.Empty;

    /// <summary>The agent in whose folder a file is; null if it is in none.</summary>
    public static CodingAgent? AgentOf(string path)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (OwnerOf(folder) is { } agent)
                return agent;
        }

        return null;
    }

    /// <summary>The agent whose folder this is by its name; null if it is none's.</summary>
    public static CodingAgent? OwnerOf(string folder)
    {
        foreach (var (name, agent) in Folders)
        {
            if (Path.GetFileName(folder) == name)
                return agent;
        }

        return null;
    }

    /// <summary>The files that an agent reads in a folder and for a user, as far as they are there; without a home those of the folder.</summary>
    public static IEnumerable<string> FilesOf(CodingAgent agent, string folder, string home) => Candidates(agent, folder, home).Where(file => Path.IsPathFullyQualified(file) && File.Exists(file)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Candidates(CodingAgent agent, string folder, string home) => agent switch
    {
        CodingAgent.ClaudeCode => [Path.Join(home, ".claude/settings.json"), Path.Join(folder, ".claude/settings.json"), Path.Join(folder, ".claude/settings.local.json")],
        CodingAgent.Codex => [Path.Join(Environment.GetEnvironmentVariable("CODEX_HOME") is { Length: > 0 } own ? Path.GetFullPath(own) : Path.Join(home, ".codex"), "hooks.json"), Path.Join(folder, ".codex/hooks.json")],
        CodingAgent.GeminiCli => [Path.Join(home, ".gemini/settings.json"), Path.Join(folder, ".gemini/settings.json")],
        CodingAgent.CopilotCli => [.. In(Path.Join(home, ".copilot/hooks")), .. In(Path.Join(folder, ".github/hooks"))],
        _ => [Path.Join(home, ".cursor/hooks.json"), Path.Join(folder, ".cursor/hooks.json")],
    };

    private static IEnumerable<string> In(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];
}
