namespace Hooks.Runtime.Tests.Acts;

/// <summary>Calls as an agent shows them, and acts as a line of text.</summary>
internal static class Calls
{
    public static ToolCallContext Of(string tool, string arguments) => new() { ToolName = tool, Arguments = HookArguments.Parse(arguments) };

    public static string Describe(ToolAct? act) => act switch
    {
        null => "nothing",
        ShellAct shell => $"run {shell.Command}{(shell.WorkingDirectory is { } directory ? $" in {directory}" : "")}{(shell.Timeout is { } time ? $" for {time.TotalMilliseconds}" : "")}{(shell.InBackground ? " &" : "")}",
        ReadAct read => $"read {string.Join(", ", read.Paths)}{(read.Offset is { } offset ? $" from {offset}" : "")}{(read.Limit is { } limit ? $" lines {limit}" : "")}",
        WriteAct write => $"{(write.IsNew ? "create" : "write")} {write.Path}: {write.Content}",
        EditAct edit => string.Join("; ", edit.Changes.Select(Describe)),
        SearchAct search => $"search {search.Target} {search.Pattern ?? "-"}{(search.Paths is [] ? "" : $" in {string.Join(", ", search.Paths)}")}{(search.FileFilter is { } filter ? $" of {filter}" : "")}",
        FetchAct fetch => $"fetch {fetch.Url ?? "-"}: {fetch.Prompt ?? "-"}",
        WebSearchAct search => $"search the web for {search.Query}",
        TaskAct task => $"let {task.AgentType ?? "an agent"} {task.Prompt}",
        UnreadableAct unreadable => $"unreadable {unreadable.Kind}: {unreadable.Reason}",
        _ => throw new InvalidOperationException($"There is no act {act.GetType().Name}."),
    };

    private static string Describe(FileChange change) =>
        $"{change.Operation} {change.Path}{(change.PreviousPath is { } previous ? $" was {previous}" : "")}{(change.Content is { } content ? $": {content}" : "")}"
        + string.Concat((change.Replacements ?? []).Select(replacement => $" [{replacement.OldText}>{replacement.NewText}]"));
}
