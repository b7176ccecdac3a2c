namespace Hooks.Generators.Emitting;

/// <summary>Cuts a list of hooks into parts that one emitted method can deal with.</summary>
internal static class Parts
{
    public static IReadOnlyList<IReadOnlyList<PlacedHook>> Of(IReadOnlyList<PlacedHook> hooks)
    {
        var parts = new List<IReadOnlyList<PlacedHook>>();
        for (var start = 0; start < hooks.Count || start == 0; start += Emitter.MostHooksInMethod)
            parts.Add([.. hooks.Skip(start).Take(Emitter.MostHooksInMethod)]);
        return parts;
    }
}
