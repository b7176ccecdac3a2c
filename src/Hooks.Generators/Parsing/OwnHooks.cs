using System.Collections.Immutable;
using Hooks.Generators.Model;

namespace Hooks.Generators.Parsing;

/// <summary>Puts the assembly's hooks into an order that does not depend on files.</summary>
internal static class OwnHooks
{
    public static EquatableArray<HookModel> Sort(ImmutableArray<FoundHooks> methods)
    {
        var hooks = new List<HookModel>(methods.Length);
        foreach (var method in methods)
            hooks.AddRange(method.Valid);
        hooks.Sort(Compare);
        return hooks.ToEquatableArray();
    }

    private static int Compare(HookModel a, HookModel b)
    {
        var order = a.Point.Number.CompareTo(b.Point.Number);
        if (order == 0)
            order = string.CompareOrdinal(a.Point.Context, b.Point.Context);
        if (order == 0)
            order = string.CompareOrdinal(a.Type, b.Type);
        if (order == 0)
            order = string.CompareOrdinal(a.Method, b.Method);
        return order != 0 ? order : string.CompareOrdinal(a.Parameters, b.Parameters);
    }
}
