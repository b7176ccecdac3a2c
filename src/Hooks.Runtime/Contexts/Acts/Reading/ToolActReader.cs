using Hooks.Shared;
using Names = Hooks.Shared.AgentToolArguments;

namespace Hooks;

/// <summary>Makes an act of a tool's name and arguments. Whatever they hold, it never fails.</summary>
internal static class ToolActReader
{
    public static ToolAct? Read(string toolName, string? serverName, HookArguments arguments)
    {
        if (serverName is not null || AgentTools.Find(toolName) is not { } tool)
            return null;
        var read = new ActArguments(arguments);
        var act = Read(tool, read);
        return read.Mistake is { } mistake ? new UnreadableAct(KindOf(tool.Action), mistake) : act;
    }

    private static ToolAct Read(AgentTool tool, ActArguments read) => tool.Action switch
    {
        AgentToolAction.Run => ShellActReader.Read(read),
        AgentToolAction.Read => FileActReader.ReadRead(read),
        AgentToolAction.Delete => FileActReader.ReadDelete(read),
        AgentToolAction.Write or AgentToolAction.Create or AgentToolAction.Edit => FileActReader.ReadChange(read, tool.Action),
        AgentToolAction.FindFiles => Search(SearchTarget.Files, read.Words(Names.Pattern), read),
        AgentToolAction.FindText => Search(SearchTarget.Text, read.Words(Names.Pattern), read) with { FileFilter = read.TextOrNull(Names.FileFilter) },
        AgentToolAction.List => Search(SearchTarget.Directory, null, read),
        AgentToolAction.Fetch => Fetch(tool, read),
        AgentToolAction.SearchWeb => new WebSearchAct(read.Words(Names.Query)),
        _ => new TaskAct(read.Words(Names.Prompt)) { AgentType = read.TextOrNull(Names.AgentType), Description = read.Remark(Names.Description) },
    };

    private static SearchAct Search(SearchTarget target, string? pattern, ActArguments read)
    {
        if (!read.Has(Names.SearchedPaths))
            return new(target, pattern) { Paths = read.PathOrNull(Names.SearchedPath) is { } path ? [path] : [] };
        read.Refuse(Names.SearchedPath);
        return new(target, pattern) { Paths = read.Paths(Names.SearchedPaths) };
    }

    private static FetchAct Fetch(AgentTool tool, ActArguments read)
    {
        var url = read.TextOrNull(Names.Url);

        // Gemini CLI goes by the addresses in the prompt, and only without one by the other.
        if (url is not null && (tool.Hosts & AgentHosts.Gemini) != 0)
            read.Refuse(Names.Prompt);
        return new(url, url is null ? read.Words(Names.Prompt) : read.TextOrNull(Names.Prompt));
    }

    private static ToolActKind KindOf(AgentToolAction action) => action switch
    {
        AgentToolAction.Run => ToolActKind.Shell,
        AgentToolAction.Read => ToolActKind.Read,
        AgentToolAction.Write or AgentToolAction.Create => ToolActKind.Write,
        AgentToolAction.Edit or AgentToolAction.Delete => ToolActKind.Edit,
        AgentToolAction.Fetch => ToolActKind.Fetch,
        AgentToolAction.SearchWeb => ToolActKind.WebSearch,
        AgentToolAction.AssignTask => ToolActKind.Task,
        _ => ToolActKind.Search,
    };
}
