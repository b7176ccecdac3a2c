namespace Hooks.Commands;

/// <summary>
/// Runs hooks as the command that coding agents call at their events: JSON on standard input, the verdict in the agent's own form on
/// standard output. With a verb it writes and checks the agents' settings, and shows what would be run.
/// </summary>
public static class CommandHost
{
    /// <summary>Answers one event, or carries out a verb; without arguments at a terminal, says on standard error what there is, as of wrong usage.</summary>
    /// <param name="args">The program's arguments, as its main method has them.</param>
    /// <param name="dispatcher">The hooks. It is disposed with the command, when background hooks have run.</param>
    /// <param name="options">How to read, answer and report; the defaults suit a command that an agent starts.</param>
    /// <returns>The exit code, for the main method to return.</returns>
    /// <exception cref="ArgumentException">An option cannot be.</exception>
    /// <remarks>
    /// Whatever goes wrong is a denial where the agent waits for leave, and silence elsewhere. Details go to standard error and to the
    /// log, never to the model.
    /// </remarks>
    public static async Task<int> RunAsync(string[] args, HookDispatcher dispatcher, CommandHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(dispatcher);
        options ??= new();
        options.Validate();
        // Whoever waits for this on a thread with a context would keep what follows a suspended hook from running.
        SynchronizationContext.SetSynchronizationContext(null);
        if (args is [var verb, ..] && !verb.StartsWith('-') && !verb.StartsWith('{') || args is ["--help" or "-h" or "--version"]
            || args is [] && options.Input is null && StandardStream.IsInputTerminal)
            return await Verb.RunAsync(args, dispatcher, options);
        return await new Invocation(CommandLine.Parse(args), dispatcher, options).RunAsync();
    }
}
