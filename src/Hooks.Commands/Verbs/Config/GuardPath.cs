namespace Hooks.Commands;

/// <summary>The path of the program as settings are to have it.</summary>
internal static class GuardPath
{
    /// <summary>What was asked for, or this program.</summary>
    /// <exception cref="UsageException">This program is not one that an agent could start, or the path cannot be written for the agent's shell.</exception>
    public static string Of(VerbArguments arguments, CodingAgent agent)
    {
        var path = arguments["--command"] ?? Environment.ProcessPath;
        if (string.IsNullOrWhiteSpace(path) || (arguments["--command"] is null && Path.GetFileNameWithoutExtension(path) is "dotnet"))
            throw arguments.Mistake("needs --command PATH, the published program: this one runs by way of dotnet, which an agent would have to start anew each time");
        if (OperatingSystem.IsWindows() && agent is CodingAgent.Codex or CodingAgent.GeminiCli or CodingAgent.Cursor && ShellLine.Quote(path) != path)
            throw arguments.Mistake($"cannot write '{path}' so that every shell on Windows reads it; put the program where the path has letters, digits and none but the marks _ @ % + = : , . / - \\");
        return path;
    }
}
