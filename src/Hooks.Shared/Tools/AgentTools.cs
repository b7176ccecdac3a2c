using static Hooks.Shared.AgentHosts;
using static Hooks.Shared.AgentToolAction;

namespace Hooks.Shared;

/// <summary>
/// The tools that the known coding agents bring along, as of November 2026: one table for the groups of <c>Tools</c>, for what calls of
/// these tools mean, and for what they do to files. The names of their arguments are in <see cref="AgentToolArguments"/>.
/// </summary>
/// <remarks>
/// Sources: for Claude Code the types of its SDK (<c>sdk-tools.d.ts</c> 0.3.287); for Codex its handlers and hook names
/// (<c>codex-rs/core/src/tools</c>); for Gemini CLI <c>packages/core/src/tools/tool-names.ts</c> and its declarations; for Copilot CLI its
/// reference of hooks and the list in its issue 407; for Cursor captured payloads. Codex shows every command to hooks as <c>Bash</c>, and
/// <c>write_stdin</c> not at all; the names that its model uses stand here for the day on which it does. Weak sources: MultiEdit and LS of
/// Claude Code, which are gone; write_powershell; of Cursor all but what was captured, WriteShellStdin and Delete among them.
/// </remarks>
internal static class AgentTools
{
    public static IReadOnlyList<AgentTool> All { get; } =
    [
        new("Bash", Run, Claude | Codex | Copilot),
        new("bash", Run, Copilot),
        new("PowerShell", Run, Claude),
        new("Monitor", Run, Claude),
        new("powershell", Run, Copilot),
        new("Shell", Run, Cursor),
        new("WriteShellStdin", Run, Cursor),
        new("run_shell_command", Run, Gemini),
        new("shell_command", Run, Codex),
        new("exec_command", Run, Codex),
        new("local_shell", Run, Codex),
        new("write_stdin", Run, Codex) { IsUnseen = true },
        new("write_bash", Run, Copilot),
        new("write_powershell", Run, Copilot),

        new("Read", Read, Claude | Copilot | Cursor),
        new("read_file", Read, Gemini),
        new("read_many_files", Read, Gemini),
        new("view", Read, Copilot),
        new("view_image", Read, Codex),

        new("Edit", Edit, Claude | Copilot),
        new("edit", Edit, Copilot),
        new("MultiEdit", Edit, Claude),
        new("Write", Write, Claude | Copilot | Cursor),
        new("NotebookEdit", Edit, Claude),
        new("Delete", Delete, Cursor),
        new("apply_patch", Edit, Codex | Copilot),
        new("create", Create, Copilot),
        new("replace", Edit, Gemini),
        new("str_replace_editor", Edit, Copilot),
        new("write_file", Write, Gemini),

        new("Glob", FindFiles, Claude | Copilot | Cursor),
        new("glob", FindFiles, Gemini | Copilot),
        new("Grep", FindText, Claude | Copilot | Cursor),
        new("grep", FindText, Gemini | Copilot),
        new("rg", FindText, Copilot),
        new("grep_search", FindText, Gemini),
        new("search_file_content", FindText, Gemini),
        new("LS", List, Claude),
        new("ls", List, Gemini),
        new("list_directory", List, Gemini),

        new("WebFetch", Fetch, Claude | Copilot | Cursor),
        new("web_fetch", Fetch, Gemini | Copilot),
        new("WebSearch", SearchWeb, Claude | Copilot | Cursor),
        new("web_search", SearchWeb, Copilot),
        new("google_web_search", SearchWeb, Gemini),

        new("Agent", AssignTask, Claude | Copilot),
        new("Task", AssignTask, Claude | Cursor),
        new("task", AssignTask, Copilot),
        new("spawn_agent", AssignTask, Codex),
        new("invoke_agent", AssignTask, Gemini),
    ];

    /// <summary>The tool of a name, ignoring case; null if no known agent has one.</summary>
    public static AgentTool? Find(string name)
    {
        foreach (var tool in All)
        {
            if (string.Equals(tool.Name, name, StringComparison.OrdinalIgnoreCase))
                return tool;
        }

        return null;
    }
}
