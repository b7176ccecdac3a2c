namespace Hooks;

/// <summary>What the tools that coding agents bring along can do.</summary>
public enum ToolActKind
{
    /// <summary>Runs a command: <see cref="ShellAct"/>.</summary>
    Shell = 1,

    /// <summary>Reads files: <see cref="ReadAct"/>.</summary>
    Read = 2,

    /// <summary>Writes a file as a whole: <see cref="WriteAct"/>.</summary>
    Write = 3,

    /// <summary>Changes, moves or deletes files: <see cref="EditAct"/>.</summary>
    Edit = 4,

    /// <summary>Looks for files or for text in them: <see cref="SearchAct"/>.</summary>
    Search = 5,

    /// <summary>Fetches something from the web: <see cref="FetchAct"/>.</summary>
    Fetch = 6,

    /// <summary>Searches the web: <see cref="WebSearchAct"/>.</summary>
    WebSearch = 7,

    /// <summary>Gives another agent something to do: <see cref="TaskAct"/>.</summary>
    Task = 8,
}
