using Hooks;

// The known groups hold the names that the big coding agents give their tools; these are this agent's own.
[assembly: ToolGroup("@shell", "run_shell")]
[assembly: ToolGroup("@file", "*_file", "list_files")]
