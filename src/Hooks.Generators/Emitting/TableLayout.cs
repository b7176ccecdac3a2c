using Hooks.Generators.Model;

namespace Hooks.Generators.Emitting;

/// <summary>The merged table: own and referenced hooks, named, ordered and numbered.</summary>
internal sealed class TableLayout
{
    public TableLayout(TableModel model)
    {
        var matchers = new MatcherSet(model.ToolGroups);
        var hooks = model.Own.Concat(model.References.SelectMany(reference => reference.Hooks)).ToList();
        var owners = new SortedDictionary<string, List<HookModel>>(StringComparer.Ordinal);
        foreach (var hook in hooks)
        {
            if (hook.Owner is { } owner)
                (owners.TryGetValue(KeyOf(hook, owner), out var list) ? list : owners[KeyOf(hook, owner)] = []).Add(hook);
        }

        var table = "global::" + (model.Table is { Namespace.Length: > 0 } place ? place.Namespace + "." : string.Empty) + model.Table?.Name;
        var identifiers = new HashSet<string>(StringComparer.Ordinal) { "services", "options", "table" };
        var placedOwners = owners.ToDictionary(entry => entry.Key, entry => new PlacedOwner(entry.Value[0].Owner!, Identifier(entry.Value[0].Owner!, identifiers), entry.Value[0].Name, entry.Value[0].Owner!.Reference == table));
        Owners = [.. owners.Keys.Select(key => placedOwners[key])];

        var taken = Taken(hooks);
        var classNames = new HashSet<string>(StringComparer.Ordinal);
        var chains = new List<PlacedChain>();
        var index = 0;
        var customPoint = 0;
        foreach (var group in hooks.GroupBy(hook => hook.Point.IsCustom ? hook.Point.Context : string.Empty + hook.Point.Number)
            .OrderBy(group => group.First().Point.IsCustom)
            .ThenBy(group => group.First().Point.Number)
            .ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            var point = Merge(group);
            var placed = HookOrder.Sort(group.Select(hook => new PlacedHook(hook, hook.Assembly != model.Assembly && taken.Contains(hook.Name) ? $"{hook.Assembly}:{hook.Name}" : hook.Name)));
            for (var at = 0; at < placed.Count; at++)
            {
                placed[at].At = at;
                placed[at].Index = index++;
                placed[at].Matcher = matchers.Condition(placed[at].Model.Tools);
                placed[at].Owner = placed[at].Model.Owner is { } owner ? placedOwners[KeyOf(placed[at].Model, owner)] : null;
            }

            var className = Unique(point.IsCustom ? LastIdentifier(point.Context) : point.Name, classNames) + "Chain";
            chains.Add(new(point, placed, className, point.IsCustom ? customPoint++ : -1));
        }

        Chains = chains;
        Hooks = [.. chains.SelectMany(chain => chain.Hooks)];
        Matchers = matchers;
    }

    public IReadOnlyList<PlacedChain> Chains { get; }

    public IReadOnlyList<PlacedHook> Hooks { get; }

    public IReadOnlyList<PlacedOwner> Owners { get; }

    public MatcherSet Matchers { get; }

    /// <summary>
    /// Whether an object of a class can be made without arguments, given that it can be as written: the emitted constructors of
    /// the table's own class ask for the objects that the table cannot make, and are no more visible than their classes.
    /// </summary>
    public bool CanStillMake(OwnerModel owner) =>
        !Owners.Any(placed => placed.IsTable && placed.Model.Reference == owner.Reference)
        || Owners.All(placed => placed.IsTable || (placed.Model.CanCreate && (placed.IsHidden || placed.Model.IsPublic || !owner.IsPublic)));

    /// <summary>Names that more than one assembly uses, at whatever points: one hook has one name.</summary>
    private static HashSet<string> Taken(List<HookModel> hooks) => new(hooks.GroupBy(hook => hook.Name)
        .Where(same => same.Select(hook => hook.Assembly).Distinct().Count() > 1)
        .Select(same => same.Key));

    /// <summary>The point as all contributors together know it: a library may have been built against an older custom point.</summary>
    private static PointModel Merge(IEnumerable<HookModel> hooks) =>
        hooks.Select(hook => hook.Point).Aggregate((left, right) => left with
        {
            Allowed = left.Allowed | right.Allowed,
            OnFailure = left.Allowed == 0 ? right.OnFailure : right.Allowed == 0 ? left.OnFailure : Math.Min(left.OnFailure, right.OnFailure),
        });

    private static string KeyOf(HookModel hook, OwnerModel owner) => $"{owner.Name}|{hook.Assembly}|{owner.Key}";

    private static string Identifier(OwnerModel owner, HashSet<string> taken)
    {
        var name = LastIdentifier(owner.Name);
        return Unique(char.ToLowerInvariant(name[0]) + name.Substring(1), taken);
    }

    private static string LastIdentifier(string typeName) => typeName.Substring(typeName.LastIndexOfAny(new[] { '.', ':' }) + 1).TrimStart('@');

    private static string Unique(string name, HashSet<string> taken)
    {
        var candidate = name;
        for (var i = 2; !taken.Add(candidate); i++)
            candidate = name + i;
        return candidate;
    }
}
