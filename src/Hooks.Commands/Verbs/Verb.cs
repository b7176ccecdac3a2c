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

    private static IReadOnlyList<Verb> All(CommandHostOptions options) =>
        [new ConfigVerb(), new CheckVerb(), new DoctorVerb(), new DescribeVerb(), new ReplayVerb(), new SchemaVerb(), .. options.AddedVerbs];

    /// <summary>Carries out what the arguments say.</summary>
    /// <returns>0 when it was done, 1 when something was found, 2 when it was asked for in the wrong way.</returns>
    public static async Task<int> RunAsync(string[] args, HookDispatcher dispatcher, CommandHostOptions options)
    {
        var output = new StringWriter { NewLine = "\n" };
        var scene = new VerbScene(dispatcher, options, output, options.Output ?? StandardStream.TakeOutput(), options.Error ?? new StandardError());
        try
        {
            var exitCode = await RunAsync(args, scene);
            return Print(output.ToString(), scene) ? exitCode : Found;
        }
        catch (UsageException mistake)
        {
            scene.Note(mistake.Message);
            return Misused;
        }
        catch (SettingsException problem)
        {
            scene.Note(problem.Message);
            return Found;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            scene.Note(failure.Message);
            return Found;
        }
        finally
        {
            await EndAsync(dispatcher, scene);
        }
    }

    /// <summary>Does it.</summary>
    /// <returns>Whether nothing was found that needs attention.</returns>
    protected abstract ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene);

    private static async Task<int> RunAsync(string[] args, VerbScene scene)
    {
        var all = All(scene.Options);
        if (args is [])
            return Misuse(scene, Overview(all));
        var name = args[0] is "help" && args.Length > 1 ? args[1] : args[0];
        if (name is "--help" or "-h" or "help")
            return Show(scene, Overview(all));
        if (name is "--version")
            return Show(scene, typeof(Verb).Assembly.GetName().Version?.ToString(3) + "\n");
        var verb = all.FirstOrDefault(verb => verb.Name == name)
            ?? throw new UsageException($"There is no verb '{name}'. Take one of {string.Join(", ", all.Select(verb => verb.Name))}; --help tells what they do.");
        if (args[0] is "help" || args.AsSpan(1).ContainsAny("--help", "-h"))
            return Show(scene, verb.Help());
        return await verb.RunAsync(VerbArguments.Parse(verb.Name, args.AsSpan(1), verb.Options, verb.MaxWords), scene) ? Done : Found;
    }

    /// <summary>Writes to the output at once; what is written to the scene comes when the verb is over.</summary>
    /// <returns>Whether it could be written.</returns>
    protected static bool Print(string text, VerbScene scene)
    {
        try
        {
            scene.Output.Write(Encoding.UTF8.GetBytes(text));
            scene.Output.Flush();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            scene.Note($"The result could not be written: {failure.Message}");
            return false;
        }
    }

    private static async ValueTask EndAsync(HookDispatcher dispatcher, VerbScene scene)
    {
        try
        {
            await dispatcher.DisposeAsync();
        }
        catch (Exception error)
        {
            scene.Note("A hook object could not be disposed: " + error.Message);
        }
    }

    // An agent may have started this at a terminal of its own: neither text nor exit code may be one that it takes for leave.
    private static int Misuse(VerbScene scene, string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            scene.Note(line);
        return Misused;
    }

    private static int Show(VerbScene scene, string text)
    {
        scene.Out.Write(text);
        return Done;
    }

    private static string Overview(IReadOnlyList<Verb> all) =>
        TextTable.Wrap("Answers the hook events of coding agents: started by one with --host, --event and --deadline, it reads the payload from "
            + "standard input and writes the verdict to standard output. For people it has verbs:\n")
        + TextTable.Render([.. all.Select(verb => (string[])[verb.Name, verb.Summary])], indent: 2, wraps: true)
        + "\n" + TextTable.Wrap("Each has --help. Exit codes: 0 done, 1 something was found or failed, 2 wrong usage.");

    private string Help() =>
        TextTable.Wrap($"{Name}: {Summary}\n")
        + TextTable.Wrap($"Usage: {Name} {Usage}\n", "Usage: ".Length + Name.Length + 1)
        + TextTable.Render([.. Options.Select(option => (string[])[option.Name + (option.Value is null ? string.Empty : " " + option.Value), option.Meaning])], indent: 2, wraps: true)
        + (Remarks.Length == 0 ? string.Empty : "\n" + TextTable.Wrap(Remarks));
}
