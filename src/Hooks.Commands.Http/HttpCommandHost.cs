namespace Hooks.Commands.Http;

/// <summary>
/// The command of coding agents with one verb more: <c>serve</c> answers the events of agents that have handlers of the type <c>http</c>
/// from a process that stays, instead of one process for each event.
/// </summary>
public static class HttpCommandHost
{
    /// <summary>Answers one event, serves, or carries out another verb.</summary>
    /// <param name="args">The program's arguments, as its main method has them.</param>
    /// <param name="dispatcher">The hooks. It is disposed at the end, when background hooks have run.</param>
    /// <param name="options">How to read, answer and report; the defaults suit a program that an agent or a person starts.</param>
    /// <param name="cancellationToken">Ends <c>serve</c> as SIGTERM and Ctrl+C do: running events are answered first.</param>
    /// <returns>The exit code, for the main method to return.</returns>
    /// <exception cref="ArgumentException">An option cannot be.</exception>
    /// <remarks>Without <c>serve</c> this is <see cref="CommandHost.RunAsync"/>.</remarks>
    public static Task<int> RunAsync(string[] args, HookDispatcher dispatcher, CommandHostOptions? options = null, CancellationToken cancellationToken = default) =>
        CommandHost.RunAsync(args, dispatcher, (options ?? new()).With([new ServeVerb(cancellationToken)]));
}
