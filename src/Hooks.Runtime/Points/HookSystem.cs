namespace Hooks;

/// <summary>Other hook systems and coding agents, whose names for points are known as aliases.</summary>
public enum HookSystem
{
    /// <summary>HotPlex (Go).</summary>
    HotPlex,

    /// <summary>hawk (Go): its registry and its event bus.</summary>
    Hawk,

    /// <summary>omniagent (Go).</summary>
    OmniAgent,

    /// <summary>openfang (Rust).</summary>
    OpenFang,

    /// <summary>rs-llmspell (Rust).</summary>
    LlmSpell,

    /// <summary>Claude Code.</summary>
    ClaudeCode,

    /// <summary>Codex CLI.</summary>
    Codex,

    /// <summary>Gemini CLI.</summary>
    GeminiCli,

    /// <summary>GitHub Copilot CLI and cloud agent.</summary>
    CopilotCli,

    /// <summary>Cursor.</summary>
    Cursor,
}
