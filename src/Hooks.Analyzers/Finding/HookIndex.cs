using Hooks.Analyzers.Finding.Chains;
using Hooks.Generators.Emitting;
using Hooks.Generators.Model;
using Hooks.Generators.Parsing;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// The table as the generator will make it: the assembly's valid hooks and those of its references, named and in order.
/// Rules about several hooks look here, so that they need not wait for the end of the compilation.
/// </summary>
internal sealed class HookIndex
{
    private readonly DeclaredHooks _declared;
    private readonly Dictionary<HookModel, PlacedHook> _places = [];
    private readonly Dictionary<(int Number, string Context), ChainIndex> _chains = [];
    private readonly Lazy<ILookup<string, PlacedHook>> _byName;

    private HookIndex(Compilation compilation, DeclaredHooks declared, AssemblyFacts facts, IReadOnlyList<ManifestModel> references)
    {
        Compilation = compilation;
        Assembly = facts;
        References = [.. references.Where(manifest => !facts.Excludes(manifest.Assembly))];
        Excluded = [.. references.Where(manifest => facts.Excludes(manifest.Assembly))];
        _declared = declared;
        var groups = facts.ToolGroups.Concat(References.SelectMany(manifest => manifest.ToolGroups)).ToEquatableArray();
        Tools = new([.. groups.Select(group => (group.Group, (IReadOnlyList<string>)[.. group.Tools]))]);
        Layout = new(new()
        {
            Assembly = facts.Name,
            Namespace = string.Empty,
            Table = null,
            Own = declared.Valid.Keys.ToEquatableArray(),
            References = References.Where(manifest => manifest.Hooks.Count > 0).ToEquatableArray(),
            ToolGroups = groups,
        });
        foreach (var chain in Layout.Chains)
        {
            _chains.Add(KeyOf(chain.Point), new(chain, hook => SourceOf(hook.Model)));
            foreach (var hook in chain.Hooks)
            {
                if (hook.Model.Assembly == facts.Name)
                    _places[hook.Model] = hook;
            }
        }

        _byName = new(() => Layout.Hooks.ToLookup(hook => hook.Model.Name, StringComparer.Ordinal));
    }

    public Compilation Compilation { get; }

    /// <summary>What the assembly says of itself.</summary>
    public AssemblyFacts Assembly { get; }

    /// <summary>As <see cref="HooksCompilation.IsTestProject"/>.</summary>
    public bool IsTestProject { get; private init; }

    /// <summary>The chains of all points, in the order in which they will run.</summary>
    public TableLayout Layout { get; }

    /// <summary>Tells whether two hooks can run for one tool.</summary>
    public ToolOverlap Tools { get; }

    /// <summary>The referenced assemblies that contribute hooks, excluded ones left out.</summary>
    public IReadOnlyList<ManifestModel> References { get; }

    /// <summary>The referenced assemblies whose hooks <c>[assembly: ExcludeHooks]</c> leaves out.</summary>
    public IReadOnlyList<ManifestModel> Excluded { get; }

    /// <summary>The assembly's classes of tables, the generated one among them; none in a library that only lists its hooks.</summary>
    public IReadOnlyList<INamedTypeSymbol> Tables => _declared.Tables;

    /// <summary>The assembly's own valid hooks.</summary>
    public IReadOnlyCollection<HookModel> Own => _places.Keys;

    /// <summary>What the assembly's hooks with an error would be called.</summary>
    public IReadOnlyCollection<string> NamesOfInvalid => _declared.NamesOfInvalid;

    /// <summary>Where a hook of this assembly is declared; null for one of a reference.</summary>
    public HookSource? SourceOf(HookModel hook) => _declared.Valid.TryGetValue(hook, out var source) ? source : null;

    /// <summary>The place of one of this assembly's valid hooks.</summary>
    public PlacedHook? PlaceOf(HookModel hook) => _places.TryGetValue(hook, out var place) ? place : null;

    /// <summary>The chain of a point, built-in or custom.</summary>
    public PlacedChain? ChainOf(HookPointFacts point) => _chains.TryGetValue(KeyOf(PointModels.Of(point)), out var chain) ? chain.Chain : null;

    /// <summary>The chain that a valid hook is in, with its names and declared order.</summary>
    public ChainIndex? IndexOf(HookModel hook) => _chains.TryGetValue(KeyOf(hook.Point), out var chain) ? chain : null;

    /// <summary>The hooks of all points that their own assembly calls so.</summary>
    public IEnumerable<PlacedHook> Called(string name) => _byName.Value[name];

    public static HookIndex Build(Compilation compilation, Candidates candidates, bool isTestProject, CancellationToken cancellationToken) => new(
        compilation,
        DeclaredHooks.Find(compilation, candidates, cancellationToken),
        candidates.SetUpAssembly ? AssemblyFacts.Read(compilation, cancellationToken) : AssemblyFacts.Of(compilation, []),
        ReferenceReader.Read(compilation, cancellationToken))
    {
        IsTestProject = isTestProject,
    };

    private static (int Number, string Context) KeyOf(PointModel point) => (point.Number, point.IsCustom ? point.Context : string.Empty);
}
