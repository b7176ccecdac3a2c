namespace Hooks;

/// <summary>What hooks keep in one dispatcher over all changes of it: circuit breakers and queues. Used under the dispatcher's lock.</summary>
internal sealed class HookRuns(HookDispatcher dispatcher, HookDispatcherOptions options)
{
    private readonly Dictionary<HookDescriptor, HookRun> _runs = [];

    // By name, as settings are: a name that is used at several points means one hook.
    private readonly Dictionary<string, HookQueues> _queues = new(StringComparer.Ordinal);
    private readonly List<HookQueues> _left = [];

    public bool NeedGeneralPath => options.NeedsGeneralPath;

    /// <summary>All queues, those too of hooks that were unregistered.</summary>
    public IEnumerable<BackgroundQueue> Queues => _queues.Values.Concat(_left).SelectMany(queues => queues.Made);

    /// <summary>Remembers the hooks of a chain, and gives each the policy that it declares.</summary>
    public void Attach(HookChain chain)
    {
        for (var i = 0; i < chain.Entries.Length; i++)
        {
            var entry = chain.Entries[i];
            if (!_queues.TryGetValue(entry.Hook.Name, out var queues))
                _queues[entry.Hook.Name] = queues = new(dispatcher, options.BackgroundCapacity);
            queues.Points++;
            _runs[entry.Hook] = new(dispatcher, options, queues, chain, entry);
            chain.Entries[i] = entry with { Policy = PolicyOf(entry, settings: null) };
        }
    }

    public HookPolicy? PolicyOf(in ChainEntry entry, HookSettings? settings) => _runs[entry.Hook].PolicyOf(settings);

    public HookRun Find(HookDescriptor hook) => _runs[hook];

    /// <summary>
    /// Forgets a hook that was unregistered, with its queues if it is at no other point; but what waits there still runs,
    /// fires under way may still add to it, and it is drained with the dispatcher.
    /// </summary>
    public void Detach(HookDescriptor hook)
    {
        if (!_runs.Remove(hook, out var run) || --run.Queues.Points > 0)
            return;
        _queues.Remove(hook.Name);
        if (run.Queues.Made.Any())
            _left.Add(run.Queues);
    }
}
