using Hooks.Generators.Emitting;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>The hooks of one point in the order in which they will run, by name, and with what is declared of their order.</summary>
internal sealed class ChainIndex
{
    private static readonly IReadOnlyList<PlacedHook> None = [];

    private readonly Dictionary<string, List<PlacedHook>> _byName = new(StringComparer.Ordinal);
    private readonly Lazy<DeclaredOrder> _order;

    public ChainIndex(PlacedChain chain, Func<PlacedHook, HookSource?> sourceOf)
    {
        Chain = chain;
        Sources = [.. chain.Hooks.Select(sourceOf)];
        foreach (var hook in chain.Hooks)
        {
            Add(hook.Name, hook);
            if (hook.Name != hook.Model.Name)
                Add(hook.Model.Name, hook);
        }

        _order = new(() => new(this));
    }

    public PlacedChain Chain { get; }

    /// <summary>Where the hooks are declared, by their place in the chain; null for those of references.</summary>
    public IReadOnlyList<HookSource?> Sources { get; }

    /// <summary>What <c>After</c> and <c>Before</c> say.</summary>
    public DeclaredOrder Order => _order.Value;

    /// <summary>The names that are used in the table.</summary>
    public IEnumerable<string> Names => Chain.Hooks.Select(hook => hook.Name);

    /// <summary>The hooks that a name in <c>After</c> or <c>Before</c> means, as the table will understand it: the hook itself too.</summary>
    public IEnumerable<PlacedHook> Named(PlacedHook from, string name) =>
        Called(name).Where(hook => hook.Name == name || hook.Model.Assembly == from.Model.Assembly);

    /// <summary>The hooks with this name, in the table or in their own assembly.</summary>
    public IReadOnlyList<PlacedHook> Called(string name) => _byName.TryGetValue(name, out var hooks) ? hooks : None;

    private void Add(string name, PlacedHook hook) => (_byName.TryGetValue(name, out var list) ? list : _byName[name] = []).Add(hook);
}
