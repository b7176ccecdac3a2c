namespace Hooks.Shared;

/// <summary>Coding agents as a set, in the order of their tables.</summary>
[Flags]
internal enum AgentHosts
{
    Claude = 1,
    Codex = 2,
    Gemini = 4,
    Copilot = 8,
    Cursor = 16,
}
