using Hooks.Generators.Model;

namespace Hooks.Generators.Emitting;

/// <summary>The order of the hooks of one point: priority, then After and Before, then names, ordinally.</summary>
internal static class HookOrder
{
    public static List<PlacedHook> Sort(IEnumerable<PlacedHook> hooks)
    {
        var sorted = hooks.ToList();
        sorted.Sort(Compare);
        if (sorted.TrueForAll(hook => hook.Model.After is null && hook.Model.Before is null))
            return sorted;

        var result = new List<PlacedHook>(sorted.Count);
        for (var start = 0; start < sorted.Count;)
        {
            var end = start;
            while (end < sorted.Count && sorted[end].Model.Priority == sorted[start].Model.Priority)
                end++;
            result.AddRange(Arrange(sorted.GetRange(start, end - start)));
            start = end;
        }

        return result;
    }

    private static int Compare(PlacedHook left, PlacedHook right)
    {
        var (a, b) = (left.Model, right.Model);
        var order = a.Priority.CompareTo(b.Priority);
        if (order == 0)
            order = string.CompareOrdinal(a.TypeName, b.TypeName);
        if (order == 0)
            order = string.CompareOrdinal(a.Method, b.Method);
        if (order == 0)
            order = string.CompareOrdinal(a.Parameters, b.Parameters);
        return order != 0 ? order : string.CompareOrdinal(a.Assembly, b.Assembly);
    }

    /// <summary>Takes, again and again, the first hook that waits for none of the others; in a cycle simply the first.</summary>
    private static IEnumerable<PlacedHook> Arrange(List<PlacedHook> waiting)
    {
        var predecessors = waiting.ToDictionary(hook => hook, _ => new HashSet<PlacedHook>());
        foreach (var hook in waiting)
        {
            foreach (var other in Named(hook, hook.Model.After, waiting))
                predecessors[hook].Add(other);
            foreach (var other in Named(hook, hook.Model.Before, waiting))
                predecessors[other].Add(hook);
        }

        while (waiting.Count > 0)
        {
            var next = waiting.Find(hook => predecessors[hook].Count == 0) ?? waiting[0];
            waiting.Remove(next);
            foreach (var hook in waiting)
                predecessors[hook].Remove(next);
            yield return next;
        }
    }

    /// <summary>The hooks that a list of names means: by their name in the table, or by the name that their own assembly gave them.</summary>
    private static IEnumerable<PlacedHook> Named(PlacedHook from, string? names, List<PlacedHook> hooks) =>
        names is null
            ? []
            : names.Split('|').Select(name => name.Trim()).SelectMany(name => hooks.Where(hook => hook != from
                && (hook.Name == name || (hook.Model.Name == name && hook.Model.Assembly == from.Model.Assembly))));
}
