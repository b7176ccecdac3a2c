namespace Hooks.Commands;

/// <summary>How an agent's settings hold its hooks.</summary>
/// <param name="IsGrouped">Whether entries stand in groups with a matcher, <c>{ matcher, hooks: [...] }</c>, rather than by themselves.</param>
/// <param name="Version">The value of <c>version</c> that the file has to have; null if it has none.</param>
internal sealed record SettingsShape(bool IsGrouped, int? Version)
{
    /// <summary>Members with which our entry would not run, or not as a guard: only then, elsewhere, or without being waited for.</summary>
    private static readonly string[] Harmful =
        ["type", "if", "async", "asyncRewake", "once", "shell", "bash", "powershell", "url", "headers", "allowedEnvVars", "exec", "args", "command", "commandWindows"];

    /// <summary>Which of these an entry of ours has that it is not to have. The type that it has without one may stand there too.</summary>
    /// <param name="handler">The entry.</param>
    /// <param name="wanted">What it is to be.</param>
    public static IEnumerable<string> HarmfulIn(SettingsNode handler, HookEntry wanted) => Harmful.Where(name =>
        handler[name] is { } value && !wanted.Has(name) && !(name == "type" && value.AsText() == "command"));

    public static SettingsShape Of(CodingAgent agent) => agent switch
    {
        CodingAgent.CopilotCli or CodingAgent.Cursor => new(false, 1),
        _ => new(true, null),
    };
}
