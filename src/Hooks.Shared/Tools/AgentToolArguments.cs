namespace Hooks.Shared;

/// <summary>
/// What the known coding agents call the arguments of their tools. Names in one list are names of the same thing. If a call has
/// several of them that differ, nobody can know which one the agent goes by.
/// </summary>
internal static class AgentToolArguments
{
    /// <summary>What is run: a text, or the program and its arguments one by one.</summary>
    public static readonly string[] Command = ["command", "cmd", "input", "chars"];

    public static readonly string[] Description = ["description"];
    public static readonly string[] Directory = ["cwd", "workdir", "working_directory", "directory", "dir_path"];

    /// <summary>In milliseconds.</summary>
    public static readonly string[] Timeout = ["timeout", "timeout_ms"];

    /// <summary>True if nobody waits for the command.</summary>
    public static readonly string[] InBackground = ["run_in_background", "is_background", "async"];

    /// <summary>How a command is run; some of the words mean that nobody waits for it.</summary>
    public static readonly string[] Mode = ["mode"];

    public static readonly string[] File = ["file_path", "path", "absolute_path", "notebook_path", "target_file"];

    /// <summary>Files, or patterns of their names.</summary>
    public static readonly string[] Files = ["include", "paths"];

    public static readonly string[] Offset = ["offset", "start_line"];
    public static readonly string[] Limit = ["limit"];
    public static readonly string[] LastLine = ["end_line"];

    /// <summary>The first and the last line.</summary>
    public static readonly string[] Lines = ["view_range"];

    public static readonly string[] Content = ["content", "contents", "file_text"];
    public static readonly string[] OldText = ["old_string", "old_str"];
    public static readonly string[] NewText = ["new_string", "new_str"];

    /// <summary>Text that comes in beside what is there, or in the place of something that the call does not show.</summary>
    public static readonly string[] InsertedText = ["insert_text", "new_source"];

    /// <summary>Several replacements in one file.</summary>
    public static readonly string[] Edits = ["edits"];

    public static readonly string[] Patch = ["input", "patch"];

    /// <summary>What an editor of several commands is to do; of a patch tool, the patch.</summary>
    public static readonly string[] EditorCommand = ["command"];

    public static readonly string[] Pattern = ["pattern", "query"];
    public static readonly string[] SearchedPath = ["path", "dir_path"];
    public static readonly string[] SearchedPaths = ["paths"];

    /// <summary>Which files are searched, by their names.</summary>
    public static readonly string[] FileFilter = ["glob", "include", "include_pattern"];

    public static readonly string[] Url = ["url"];
    public static readonly string[] Prompt = ["prompt", "message"];
    public static readonly string[] Query = ["query"];
    public static readonly string[] AgentType = ["subagent_type", "agent_type", "agent_name"];
}
