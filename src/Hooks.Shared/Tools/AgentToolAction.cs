namespace Hooks.Shared;

/// <summary>What a tool that a coding agent brings along does.</summary>
internal enum AgentToolAction
{
    /// <summary>Runs a command, or hands text to a shell that runs already.</summary>
    Run,

    Read,

    /// <summary>Writes a file that need not be there.</summary>
    Write,

    /// <summary>Makes a file that is not there.</summary>
    Create,

    /// <summary>Changes files in whatever way: by replacements, by a patch, or as an argument says.</summary>
    Edit,

    Delete,

    /// <summary>Looks for files by their names.</summary>
    FindFiles,

    /// <summary>Looks for text in files.</summary>
    FindText,

    /// <summary>Lists a directory.</summary>
    List,

    Fetch,

    SearchWeb,

    /// <summary>Gives another agent something to do.</summary>
    AssignTask,
}
