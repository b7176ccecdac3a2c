using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>The path of the program as settings are to have it.</summary>
internal static class GuardPath
{
    /// <summary>What was asked for, or this program.</summary>
    /// <exception cref="UsageException">This program is not one that an agent could start, or the path cannot be written for the agent.</exception>
    public static string Of(VerbArguments arguments, CodingAgent agent)
    {
        var path = arguments["--command"] ?? Environment.ProcessPath;
        if (arguments.Has("--command") && string.IsNullOrWhiteSpace(path))
            throw arguments.Mistake("needs a path for --command");
        if (string.IsNullOrWhiteSpace(path) || (arguments["--command"] is null && Path.GetFileNameWithoutExtension(path) is "dotnet"))
            throw arguments.Mistake("needs --command PATH, the published program: this one runs by way of dotnet, which an agent would have to start anew each time");
        if (path.StartsWith('~'))
            throw arguments.Mistake($"cannot use '{path}': nothing puts your folder in for ~ there; give the whole path");
        if (agent == CodingAgent.ClaudeCode && !IsRooted(path) && !path.StartsWith('$') && path.AsSpan().ContainsAny('/', '\\'))
            throw arguments.Mistake($"cannot use '{path}': Claude Code looks for it from the folder in which it is at that time; give the whole path, or one that begins with ${{CLAUDE_PROJECT_DIR}}/");
        if (OperatingSystem.IsWindows() && agent is CodingAgent.Codex or CodingAgent.GeminiCli or CodingAgent.Cursor && ShellLine.Quote(path) != path)
            throw arguments.Mistake($"cannot write '{path}' so that every shell on Windows reads it; put the program where the path has letters, digits and none but the marks _ @ % + = : , . / - \\");
        if (path.StartsWith('$') && Variables(agent) is var known && !known.Any(variable => path.StartsWith(variable + "/", StringComparison.Ordinal) || path.StartsWith(variable + "\\", StringComparison.Ordinal)))
            throw arguments.Mistake($"cannot use '{path}': {HostTable.All[(int)agent].DisplayName} " + (known.Length == 0 ? "puts in no variable there; give the whole path" : $"knows {string.Join(", ", known)}"));
        return path;
    }

    // Settings may be written here for a machine with Windows.
    private static bool IsRooted(string path) => Path.IsPathRooted(path) || path is [_, ':', '\\' or '/', ..] or ['\\', '\\', ..];

    // Where no shell reads the path the agent itself puts in what it names.
    private static string[] Variables(CodingAgent agent) => agent switch
    {
        CodingAgent.ClaudeCode => ["${CLAUDE_PROJECT_DIR}"],
        CodingAgent.GeminiCli => ["${GEMINI_PROJECT_DIR}", "$GEMINI_PROJECT_DIR", "${CLAUDE_PROJECT_DIR}", "$CLAUDE_PROJECT_DIR"],
        CodingAgent.Cursor => ["${CURSOR_PROJECT_DIR}", "$CURSOR_PROJECT_DIR", "${CLAUDE_PROJECT_DIR}", "$CLAUDE_PROJECT_DIR"],
        _ => [],
    };
}
