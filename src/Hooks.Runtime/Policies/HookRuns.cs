namespace Hooks;

/// <summary>What hooks keep in one dispatcher over all changes of it: circuit breakers and queues. Used under the dispatcher's lock.</summary>
internal sealed class HookRuns(HookDispatcher dispatcher, HookDispatcherOptions options)
{
    private readonly Dictionary<HookDescriptor, HookRun> _runs = [];

    // By name, as settings are: a name that is used at several points means one hook.
    private readonly Dictionary<string, NamedHook> _hooks = new(StringComparer.Ordinal);
    private readonly LeftQueues _left = new();

    public bool NeedGeneralPath => options.NeedsGeneralPath;

    /// <summary>All queues, those too of hooks that were unregistered while something still waits or runs there.</summary>
    public IReadOnlyList<BackgroundQueue> Queues => [.. _hooks.Values.SelectMany(hook => hook.Queues), .. _left.All];

    /// <summary>Remembers the hooks of a chain, and gives each the policy that it declares.</summary>
    public void Attach(HookChain chain)
    {
        for (var i = 0; i < chain.Entries.Length; i++)
        {
            var entry = chain.Entries[i];
            if (!_hooks.TryGetValue(entry.Hook.Name, out var named))
                _hooks[entry.Hook.Name] = named = new(dispatcher, options, _left);
            named.At.Add(entry.Hook);
            _runs[entry.Hook] = new(named, chain, entry);
            chain.Entries[i] = entry.With(PolicyOf(entry, settings: null));
        }
    }

    /// <summary>Whether there is a hook of this name.</summary>
    public bool Has(string name) => _hooks.ContainsKey(name);

    /// <summary>Gives every circuit breaker the figures that are set for its hook, or else those of the options.</summary>
    public void Apply(Dictionary<string, HookSettings> settings)
    {
        foreach (var (name, hook) in _hooks)
            hook.Set(settings.GetValueOrDefault(name));
    }

    public HookPolicy? PolicyOf(in ChainEntry entry, HookSettings? settings) => _runs[entry.Hook].PolicyOf(settings);

    public HookRun Find(HookDescriptor hook) => _runs[hook];

    /// <summary>Forgets a hook that was unregistered, with all that it kept if it is at no other point.</summary>
    public void Detach(HookDescriptor hook)
    {
        if (!_runs.Remove(hook, out var run))
            return;
        run.Named.Leave(hook);
        if (run.Named.At.Count == 0)
            _hooks.Remove(hook.Name);
    }

    /// <summary>Takes no more calls, and waits until those that wait have run or the time is over.</summary>
    public Task DrainAsync(Task deadline)
    {
        foreach (var hook in _hooks.Values)
            hook.End();
        _left.Close();
        return Task.WhenAll(Queues.Select(queue => queue.DrainAsync(deadline)));
    }
}
