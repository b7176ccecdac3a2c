using Hooks.Benchmarks.Hooked;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>What a fire pays that leaves its hook to the background: the copy of the context, and the way into the queue.</summary>
internal static class BackgroundGroup
{
    private const int Capacity = 1_000_000;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private static long s_fires;

    public static Group Group { get; } = new FiringGroup("background-1", "One hook in the background: the fire's part", () =>
    {
        var dispatcher = GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { BackgroundCapacity = Capacity });
        return
        [
            Row("without arguments", new() { ToolName = "bash" }),
            Row("with two arguments", new() { ToolName = "bash", Arguments = { ["command"] = "ls", ["timeout"] = 10L } }),
        ];

        Variant Row(string name, ToolCallContext context) =>
            new Variant<Enqueueing>(name, new(dispatcher, context)) { AllocatesNothing = false, After = Drain };
    });

    // The next batch begins with an empty queue and a worker that sleeps.
    private static void Drain()
    {
        if (!SpinWait.SpinUntil(static () => BackgroundHook.Count == s_fires, Deadline))
            throw new WrongCountException($"{s_fires} fires called {BackgroundHook.Count} hooks in the background");
    }

    private readonly struct Enqueueing(HookDispatcher dispatcher, ToolCallContext context) : IFire
    {
        public HookResult Fire()
        {
            s_fires++;
            if (!dispatcher.AfterToolCallAsync(context).IsCompletedSuccessfully)
                throw new InvalidOperationException("A fire that waits for nobody is not complete.");
            return default;
        }
    }
}
