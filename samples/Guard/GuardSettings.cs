namespace Guard;

/// <summary>What can be set about the guard, by environment variables. A mistake in one closes the guard, and every denial names it.</summary>
internal sealed class GuardSettings
{
    public const string WorkspaceVariable = "GUARD_WORKSPACE";
    public const string FoldersVariable = "GUARD_FOLDERS";
    public const string SecretFilesVariable = "GUARD_SECRET_FILES";
    public const string CodeVariable = "GUARD_CODE";
    public const string AuditVariable = "GUARD_AUDIT";

    // Agents that change their directory say here where they were started. Some set a name of another agent too, to the same folder.
    private static readonly string[] ProjectVariables = ["CLAUDE_PROJECT_DIR", "GEMINI_PROJECT_DIR", "CURSOR_PROJECT_DIR"];

    /// <summary>The folder in which the agent may work; null for the one in which it says that it is.</summary>
    public string? Workspace { get; private init; }

    /// <summary>Folders that are open beside it.</summary>
    public IReadOnlyList<string> Folders { get; private init; } = [];

    /// <summary>Further names of files that must be neither read nor changed; with a slash at the end, of folders.</summary>
    public IReadOnlyList<string> SecretFiles { get; private init; } = [];

    /// <summary>Whether code in other languages within a command, such as <c>python -c</c>, is asked about.</summary>
    public bool AsksAboutCode { get; private init; } = true;

    /// <summary>The file of the audit log; null for none.</summary>
    public string? AuditFile { get; private init; }

    /// <summary>The user's own folder.</summary>
    public string Home { get; private init; } = "";

    /// <summary>What is wrong with a variable; null if nothing is.</summary>
    public string? Mistake { get; private init; }

    /// <summary>Reads the settings.</summary>
    /// <param name="variable">Gives the value of an environment variable; null if it is not set.</param>
    public static GuardSettings Read(Func<string, string?> variable)
    {
        var home = variable("HOME") ?? variable("USERPROFILE") ?? "";
        string? mistake = null;
        var settings = new GuardSettings
        {
            Home = home,
            Workspace = Folder(WorkspaceVariable) ?? ProjectVariables.Select(name => variable(name)).FirstOrDefault(folder => folder is not null && Path.IsPathFullyQualified(folder)),
            Folders = [.. List(FoldersVariable).Select(folder => Absolute(FoldersVariable, folder))],
            SecretFiles = List(SecretFilesVariable),
            AsksAboutCode = Value(CodeVariable) switch
            {
                null or "ask" => true,
                "allow" => false,
                var other => Wrong(true, $"{CodeVariable} is '{other}'; give 'ask' or 'allow'"),
            },
            AuditFile = Value(AuditVariable) switch
            {
                null => home.Length > 0 ? Path.Combine(home, ".guard", "audit.jsonl") : null,
                "off" => null,
                var file => Absolute(AuditVariable, file),
            },
        };
        return mistake is null ? settings : settings.With(mistake);

        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;

        string? Folder(string name) => Value(name) is { } folder ? Absolute(name, folder) : null;

        string[] List(string name) => Value(name)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

        string Absolute(string name, string path) => Path.IsPathFullyQualified(path) ? path : Wrong(path, $"{name} has '{path}'; give a path from the root");

        T Wrong<T>(T value, string what)
        {
            mistake ??= what;
            return value;
        }
    }

    private GuardSettings With(string mistake) => new()
    {
        Home = Home, Workspace = Workspace, AuditFile = null, Mistake = mistake,
    };
}
