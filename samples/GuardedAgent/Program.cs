using GuardedAgent;
using Samples.Screen;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C ends the run in an orderly way, a second one the process.
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};
return await AgentProgram.RunAsync(args, Terminal.Open(), cancellation.Token);
