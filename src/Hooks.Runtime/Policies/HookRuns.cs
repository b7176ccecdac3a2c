namespace Hooks;

/// <summary>What hooks keep in one dispatcher over all changes of it: circuit breakers and queues. Used under the dispatcher's lock.</summary>
internal sealed class HookRuns(HookDispatcher dispatcher, HookDispatcherOptions options)
{
    private readonly Dictionary<HookDescriptor, HookRun> _runs = [];

    public bool NeedGeneralPath => options.NeedsGeneralPath;

    public IReadOnlyCollection<HookRun> All => _runs.Values;

    /// <summary>Remembers the hooks of a chain, and gives each the policy that it declares.</summary>
    public void Attach(HookChain chain)
    {
        for (var i = 0; i < chain.Entries.Length; i++)
        {
            var entry = chain.Entries[i];
            _runs[entry.Hook] = new(dispatcher, options, chain, entry);
            chain.Entries[i] = entry with { Policy = PolicyOf(entry, settings: null) };
        }
    }

    public HookPolicy? PolicyOf(in ChainEntry entry, HookSettings? settings) => _runs[entry.Hook].PolicyOf(settings);

    public HookRun Find(HookDescriptor hook) => _runs[hook];

    /// <summary>Forgets a hook that was unregistered; what waits in its queue still runs.</summary>
    public void Detach(HookDescriptor hook)
    {
        if (_runs.TryGetValue(hook, out var run))
            run.Complete();
    }
}
