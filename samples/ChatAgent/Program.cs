using ChatAgent;
using Samples.Screen;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C ends the conversation in an orderly way, a second one the process.
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};
var host = new ChatHost(Terminal.Open(), Console.In, Environment.GetEnvironmentVariable, TimeProvider.System);
return await ChatProgram.RunAsync(args, host, cancellation.Token);
