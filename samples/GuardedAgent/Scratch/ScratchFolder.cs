namespace GuardedAgent.Scratch;

/// <summary>The folder of one run, made afresh: the agent's project, a neighbour that it must not touch, a remote to push to.</summary>
internal sealed class ScratchFolder
{
    private static readonly string[] Inherited = ["PATH", "LANG", "TMPDIR", "TEMP", "TMP", "SystemRoot", "ComSpec", "PATHEXT"];

    private ScratchFolder(string root)
    {
        Root = root;
        Project = Directory.CreateDirectory(Path.Combine(root, "project")).FullName;
        Neighbour = Directory.CreateDirectory(Path.Combine(root, "neighbour")).FullName;
        Home = Directory.CreateDirectory(Path.Combine(root, "home")).FullName;
        Environment = DescribeEnvironment();
    }

    public string Root { get; }

    /// <summary>The agent's working directory.</summary>
    public string Project { get; }

    /// <summary>Somebody else's files, which a broken guard would lose.</summary>
    public string Neighbour { get; }

    /// <summary>A home for the commands, so that not even <c>rm -rf ~</c> finds anything.</summary>
    public string Home { get; }

    public string Remote => Path.Combine(Root, "remote.git");

    public string AuditFile => Path.Combine(Root, "audit.jsonl");

    /// <summary>The variables that the agent's commands see, and no others.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static ScratchFolder Create()
    {
        var scratch = new ScratchFolder(Directory.CreateTempSubdirectory("guarded-agent-").FullName);
        File.WriteAllText(Path.Combine(scratch.Neighbour, "notes.txt"), "Three weeks of somebody else's work.\n");
        SampleProject.Write(scratch.Project);
        GitRepository.Create(scratch);
        return scratch;
    }

    private Dictionary<string, string> DescribeEnvironment()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = Home,
            ["USERPROFILE"] = Home,
            ["GIT_CONFIG_GLOBAL"] = Path.Combine(Home, ".gitconfig"),
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_CEILING_DIRECTORIES"] = Root,
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["GIT_AUTHOR_NAME"] = "Agent",
            ["GIT_AUTHOR_EMAIL"] = "agent@example.invalid",
            ["GIT_COMMITTER_NAME"] = "Agent",
            ["GIT_COMMITTER_EMAIL"] = "agent@example.invalid",
        };
        foreach (var name in Inherited)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                variables[name] = value;
        }

        return variables;
    }
}
