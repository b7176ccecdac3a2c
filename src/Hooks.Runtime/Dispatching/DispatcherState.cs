using System.Collections.Immutable;

namespace Hooks;

/// <summary>
/// What a dispatcher fires at one time: tables, run-time hooks and settings, put together into one chain for each point
/// that has hooks. Immutable: a change makes another one, and fires under way keep theirs.
/// </summary>
internal sealed class DispatcherState
{
    private readonly HookRuns _runs;
    private readonly ImmutableArray<TableChains> _tables;
    private readonly HookChain?[] _slots = new HookChain?[HookPoints.Count];
    private readonly HookChain?[] _custom;
    private readonly Dictionary<object, HookChain> _others = [];

    private DispatcherState(HookRuns runs, ImmutableArray<TableChains> tables, ImmutableArray<RegisteredHook> registered, Dictionary<string, HookSettings> settings)
    {
        _runs = runs;
        _tables = tables;
        Registered = registered;
        Settings = settings;
        _custom = new HookChain?[tables[0].Chains.Count(chain => chain.CustomPoint >= 0)];
        runs.Apply(settings);
        Compose();
    }

    /// <summary>The table that the dispatcher was made with.</summary>
    public HookTable First => _tables[0].Table;

    /// <summary>The chains of the built-in points, by number; null where a point has no hooks that run.</summary>
    public HookChain?[] Slots => _slots;

    /// <summary>The hooks that were registered at run time, in that order.</summary>
    public ImmutableArray<RegisteredHook> Registered { get; }

    /// <summary>What is set for single hooks, by name. Never changed.</summary>
    public Dictionary<string, HookSettings> Settings { get; }

    /// <summary>All hooks, those too that are switched off: tables first, then registered ones.</summary>
    public IEnumerable<ChainEntry> Entries =>
        _tables.SelectMany(table => table.Chains).Concat(Registered.Select(hook => hook.Chain)).SelectMany(chain => chain.Entries);

    public static DispatcherState Create(HookTable table, HookRuns runs)
    {
        table.Claim();
        return new(runs, [TableChains.Of(table, runs)], [], []);
    }

    public DispatcherState With(HookTable table)
    {
        foreach (var assembly in table.Assemblies)
        {
            if (_tables.Any(merged => merged.Table.Assemblies.Contains(assembly, StringComparer.OrdinalIgnoreCase)))
            {
                throw new InvalidOperationException(
                    $"The hooks of '{assembly}' are already in this dispatcher and would run twice. Leave them out of the " +
                    $"added table with [assembly: ExcludeHooks(\"{assembly}\")], or do not add it.");
            }
        }

        if (table.Hooks.FirstOrDefault(hook => IsTaken(hook.Point, hook.Name)) is { } taken)
        {
            throw new InvalidOperationException(
                $"{taken.Point.Name} has a hook named '{taken.Name}' already. What is set for it would hold for that of {taken.Assembly} too. Names are unique at a point.");
        }

        table.Claim();
        return new(_runs, _tables.Add(TableChains.Of(table, _runs)), Registered, Settings);
    }

    public DispatcherState With(ImmutableArray<RegisteredHook> registered) => new(_runs, _tables, registered, Settings);

    /// <summary>Without hooks that were registered, and what was set for those whose name nobody has any more: what comes later under the name is another hook.</summary>
    public DispatcherState Without(IReadOnlyCollection<RegisteredHook> gone)
    {
        foreach (var registered in gone)
            _runs.Detach(registered.Hook);
        return new(_runs, _tables, Registered.RemoveRange(gone), new(Settings.Where(setting => _runs.Has(setting.Key))));
    }

    /// <summary>With other settings.</summary>
    /// <param name="change">Makes them of a copy of these.</param>
    public DispatcherState With(Action<Dictionary<string, HookSettings>> change)
    {
        var settings = new Dictionary<string, HookSettings>(Settings);
        change(settings);
        return new(_runs, _tables, Registered, settings);
    }

    /// <summary>What the assemblies of all tables add to the groups of tools.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> ToolGroups
    {
        get
        {
            var groups = new List<(string, IReadOnlyList<string>)>();
            foreach (var table in _tables)
            {
                foreach (var (group, tool) in table.Table.ToolGroups)
                    groups.Add((group, [tool]));
            }

            return groups;
        }
    }

    public bool IsTaken(HookPointInfo point, string name) => Entries.Any(entry => entry.Hook.Name == name && Equals(KeyOf(entry.Hook.Point), KeyOf(point)));

    /// <summary>Refuses a point that exists only by name where a class of contexts is the point of that name.</summary>
    public void CheckName(HookPointInfo point)
    {
        if (point.ContextType != typeof(NamedHookContext))
            return;
        if (_tables.SelectMany(table => table.Chains).FirstOrDefault(chain => chain.Point.Point is null && chain.Point.EventName == point.Name) is { } ofClass)
            throw new ArgumentException($"'{point.Name}' is the point of {ofClass.Point.ContextType}, whose hooks are compiled. A handler of the name would never run.");
    }

    public HookChain? FindCustom(Type contextType)
    {
        var number = First.FindCustomPoint(contextType);
        return number >= 0 ? _custom[number] : _others.GetValueOrDefault(contextType);
    }

    public HookChain? FindNamed(string point) => _others.GetValueOrDefault(point);

    public async ValueTask DisposeTablesAsync(HookDisposal disposal)
    {
        for (var i = _tables.Length - 1; i >= 0; i--)
            await _tables[i].Table.DisposeOwnedAsync(disposal).ConfigureAwait(false);
    }

    private void Compose()
    {
        var sources = _tables.SelectMany(table => table.Chains).Concat(Registered.Select(hook => hook.Chain));
        foreach (var ofPoint in sources.GroupBy(chain => KeyOf(chain.Point)))
        {
            if (Compose(ofPoint.ToArray()) is not { } chain)
                continue;
            if (chain.Point.Point is { } point)
                _slots[(int)point] = chain;
            else if (ofPoint.Key is Type type && First.FindCustomPoint(type) is >= 0 and var number)
                _custom[number] = chain;
            else
                _others[ofPoint.Key] = chain;
        }
    }

    private HookChain? Compose(HookChain[] sources)
    {
        var first = sources[0];
        if (sources.Length == 1 && !_runs.NeedGeneralPath && first is not IGeneralChain && !Array.Exists(first.Entries, entry => Settings.ContainsKey(entry.Hook.Name)))
            return first;
        var entries = new List<ChainEntry>();
        var priorities = new List<int>();
        foreach (var chain in sources)
        {
            foreach (var entry in chain.Entries)
            {
                var settings = Settings.GetValueOrDefault(entry.Hook.Name);
                if (settings is { IsEnabled: false })
                    continue;

                // Behind all of its priority, found by halves: hooks registered one by one, each to run before the last, would all be walked past each time.
                var priority = settings?.Priority ?? entry.Hook.Priority;
                var at = 0;
                for (var end = entries.Count; at < end;)
                {
                    var middle = (at + end) / 2;
                    if (priorities[middle] > priority)
                        end = middle;
                    else
                        at = middle + 1;
                }

                entries.Insert(at, entry.With(_runs.PolicyOf(entry, settings)));
                priorities.Insert(at, priority);
            }
        }

        return entries.Count == 0 ? null : first.ToGeneral(entries.ToArray());
    }

    private static object KeyOf(HookPointInfo point) =>
        point.Point is { } builtIn ? builtIn
        : point.ContextType == typeof(NamedHookContext) ? point.Name
        : point.ContextType;
}

/// <summary>A table with its chains, which are made once.</summary>
internal sealed record TableChains(HookTable Table, IReadOnlyList<HookChain> Chains)
{
    public static TableChains Of(HookTable table, HookRuns runs)
    {
        var chains = table.CreateChains();
        foreach (var chain in chains)
            runs.Attach(chain);
        return new(table, chains);
    }
}
