namespace Hooks.Events.Tests;

/// <summary>Reads what a reader has.</summary>
internal static class Reading
{
    public static async Task<List<HookEvent>> ToListAsync(this IAsyncEnumerable<HookEvent> events)
    {
        var list = new List<HookEvent>();
        await foreach (var hookEvent in events)
            list.Add(hookEvent);
        return list;
    }

    /// <summary>Disposes a bus, which lets its readers read what waits, while one of them does so.</summary>
    public static Task DisposeAsyncWhileReading(this EventBus bus, EventReader reader, out Task<List<HookEvent>> read)
    {
        read = reader.ToListAsync();
        return bus.DisposeAsync().AsTask();
    }
}
