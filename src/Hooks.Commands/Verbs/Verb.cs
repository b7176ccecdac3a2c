using System.Text;

namespace Hooks.Commands;

/// <summary>What the program does for people: its verbs, by name. A command that answers an agent never comes here.</summary>
/// <param name="name">What is typed.</param>
/// <param name="summary">What it does, in a line.</param>
internal abstract class Verb(string name, string summary)
{
    private const int Done = 0;
    private const int Found = 1;
    private const int Misused = 2;

    public string Name { get; } = name;

    public string Summary { get; } = summary;

    /// <summary>The words behind the name, for the first line of the help.</summary>
    protected abstract string Usage { get; }

    /// <summary>The options, and what there is to know.</summary>
    protected abstract IReadOnlyList<VerbOption> Options { get; }

    /// <summary>Sentences at the end of the help.</summary>
    protected virtual string Remarks => string.Empty;

    /// <summary>How many words the verb takes that belong to no option.</summary>
    protected virtual int MaxWords => 0;

    private static IReadOnlyList<Verb> All => [new ConfigVerb(), new CheckVerb(), new DoctorVerb(), new DescribeVerb(), new ReplayVerb(), new SchemaVerb()];

    /// <summary>Carries out what the arguments say.</summary>
    /// <returns>0 when it was done, 1 when something was found, 2 when it was asked for in the wrong way.</returns>
    public static async Task<int> RunAsync(string[] args, HookDispatcher dispatcher, CommandHostOptions options)
    {
        using var output = new StreamWriter(options.Output ?? StandardStream.Output, new UTF8Encoding(false), leaveOpen: options.Output is not null) { NewLine = "\n" };
        var error = options.Error ?? new StandardError();
        try
        {
            return await RunAsync(args, new(dispatcher, options, output, error));
        }
        catch (UsageException mistake)
        {
            error.WriteLine(VisibleText.Escape(mistake.Message));
            return Misused;
        }
        catch (SettingsException problem)
        {
            error.WriteLine(VisibleText.Escape(problem.Message));
            return Found;
        }
        finally
        {
            await dispatcher.DisposeAsync();
        }
    }

    /// <summary>Does it.</summary>
    /// <returns>Whether nothing was found that needs attention.</returns>
    protected abstract ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene);

    private static async Task<int> RunAsync(string[] args, VerbScene scene)
    {
        var name = args[0] is "help" && args.Length > 1 ? args[1] : args[0];
        if (name is "--help" or "-h" or "help")
            return Show(scene, Overview());
        if (name is "--version")
            return Show(scene, typeof(Verb).Assembly.GetName().Version?.ToString(3) + "\n");
        var verb = All.FirstOrDefault(verb => verb.Name == name)
            ?? throw new UsageException($"There is no verb '{name}'. Take one of {string.Join(", ", All.Select(verb => verb.Name))}; --help tells what they do.");
        if (args[0] is "help" || args.AsSpan(1).ContainsAny("--help", "-h"))
            return Show(scene, verb.Help());
        return await verb.RunAsync(VerbArguments.Parse(verb.Name, args.AsSpan(1), verb.Options, verb.MaxWords), scene) ? Done : Found;
    }

    private static int Show(VerbScene scene, string text)
    {
        scene.Out.Write(text);
        return Done;
    }

    private static string Overview() =>
        "Answers the hook events of coding agents: started by one with --host, --event and --deadline, it reads the\n"
        + "payload from standard input and writes the verdict to standard output. For people it has verbs:\n\n"
        + TextTable.Render([.. All.Select(verb => (string[])["  " + verb.Name, verb.Summary])])
        + "\nEach has --help. Exit codes: 0 done, 1 something was found or failed, 2 wrong usage.\n";

    private string Help() =>
        $"{Name}: {Summary}\n\nUsage: {Name} {Usage}\n\n"
        + TextTable.Render([.. Options.Select(option => (string[])["  " + option.Name + (option.Value is null ? string.Empty : " " + option.Value), option.Meaning])])
        + (Remarks.Length == 0 ? string.Empty : "\n" + Remarks + "\n");
}
