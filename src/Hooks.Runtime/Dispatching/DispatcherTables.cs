using System.Collections.Immutable;

namespace Hooks;

/// <summary>The tables of a dispatcher, merged: one chain for each point that has hooks. Immutable.</summary>
internal sealed class DispatcherTables
{
    private readonly ImmutableArray<HookTable> _tables;
    private readonly HookExecutionPath _path;
    private readonly HookChain?[] _slots;
    private readonly HookChain[] _custom;
    private readonly ImmutableDictionary<Type, HookChain> _addedCustom;

    private DispatcherTables(ImmutableArray<HookTable> tables, HookExecutionPath path, HookChain?[] slots, HookChain[] custom, ImmutableDictionary<Type, HookChain> addedCustom)
    {
        _tables = tables;
        _path = path;
        _slots = slots;
        _custom = custom;
        _addedCustom = addedCustom;
    }

    /// <summary>The table that the dispatcher was made with.</summary>
    public HookTable First => _tables[0];

    /// <summary>The chains of the built-in points, by number; null where a point has no hooks.</summary>
    public HookChain?[] Slots => _slots;

    public static DispatcherTables Create(HookTable table, HookExecutionPath path)
    {
        table.Claim();
        var slots = new HookChain?[HookPoints.Count];
        var custom = new List<HookChain>();
        foreach (var chain in table.CreateChains())
        {
            var placed = path == HookExecutionPath.General ? chain.ToGeneral() : chain;
            if (chain.Point.Point is { } point)
                slots[(int)point] = placed;
            else
                custom.Insert(chain.CustomPoint, placed);
        }

        return new([table], path, slots, [.. custom], ImmutableDictionary<Type, HookChain>.Empty);
    }

    public DispatcherTables With(HookTable table)
    {
        foreach (var assembly in table.Assemblies)
        {
            if (_tables.Any(merged => merged.Assemblies.Contains(assembly, StringComparer.OrdinalIgnoreCase)))
            {
                throw new InvalidOperationException(
                    $"The hooks of '{assembly}' are already in this dispatcher and would run twice. Leave them out of the " +
                    $"added table with [assembly: ExcludeHooks(\"{assembly}\")], or do not add it.");
            }
        }

        table.Claim();
        var slots = (HookChain?[])_slots.Clone();
        var custom = (HookChain[])_custom.Clone();
        var addedCustom = _addedCustom;
        foreach (var chain in table.CreateChains())
        {
            if (chain.Point.Point is { } point)
                slots[(int)point] = Join(slots[(int)point], chain);
            else if (First.FindCustomPoint(chain.Point.ContextType) is >= 0 and var number)
                custom[number] = Join(custom[number], chain);
            else
                addedCustom = addedCustom.SetItem(chain.Point.ContextType, Join(addedCustom.GetValueOrDefault(chain.Point.ContextType), chain));
        }

        return new(_tables.Add(table), _path, slots, custom, addedCustom);
    }

    public HookChain? FindCustom(Type contextType)
    {
        var number = First.FindCustomPoint(contextType);
        return number >= 0 ? _custom[number] : _addedCustom.GetValueOrDefault(contextType);
    }

    public async ValueTask DisposeAsync()
    {
        var errors = new List<Exception>();
        for (var i = _tables.Length - 1; i >= 0; i--)
            await _tables[i].DisposeOwnedAsync(errors).ConfigureAwait(false);
        if (errors.Count > 0)
            throw new AggregateException("Hook objects threw while they were disposed.", errors);
    }

    private HookChain Join(HookChain? existing, HookChain added) =>
        existing is not null ? existing.ToGeneral(added)
        : _path == HookExecutionPath.General ? added.ToGeneral()
        : added;
}
