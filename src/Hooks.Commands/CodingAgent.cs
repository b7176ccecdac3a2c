namespace Hooks.Commands;

/// <summary>The coding agents whose hook commands this package answers.</summary>
public enum CodingAgent
{
    /// <summary>Claude Code; <c>--host claude</c>.</summary>
    ClaudeCode = 0,

    /// <summary>Codex CLI; <c>--host codex</c>.</summary>
    Codex = 1,

    /// <summary>Gemini CLI; <c>--host gemini</c>.</summary>
    GeminiCli = 2,

    /// <summary>GitHub Copilot CLI and cloud agent; <c>--host copilot</c>.</summary>
    CopilotCli = 3,

    /// <summary>Cursor; <c>--host cursor</c>.</summary>
    Cursor = 4,
}
