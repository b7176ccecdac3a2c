using Samples.Screen;
using Watch;

// The hooks run in the agent's own table.
[assembly: Hooks.ExcludeHooks("GuardedAgent")]

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};
return await WatchProgram.RunAsync(args, Terminal.Open(), isLive: !Console.IsOutputRedirected, cancellation.Token);
