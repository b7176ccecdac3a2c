namespace Hooks.Commands;

/// <summary>
/// Brings our entries in an agent's settings to what they shall be, one entry after the other, until nothing is to be done: so
/// that merging a second time changes nothing, and what is right already stays as it is written.
/// </summary>
/// <param name="shape">How the agent's settings hold hooks.</param>
/// <param name="host">The agent's name, as our entries have it.</param>
/// <param name="program">Our program.</param>
/// <param name="server">Our server; null if none is meant.</param>
internal sealed class SettingsMerge(SettingsShape shape, string host, GuardProgram program, HttpAddress? server = null)
{
    /// <summary>The settings with exactly these entries of ours.</summary>
    /// <param name="text">The settings.</param>
    /// <param name="wanted">The entries, one for an event; none takes all of ours out.</param>
    /// <exception cref="SettingsException">The settings are built in another way than the agent reads them.</exception>
    public SettingsText Apply(SettingsText text, IReadOnlyList<HookEntry> wanted)
    {
        while (Step(text, wanted) is { } next)
            text = next;
        return text;
    }

    /// <summary>Whether an entry is ours.</summary>
    public bool IsOurs(PlacedHandler placed) => IsPosted(placed) || (placed.Command is { Event: not null } command && command.Host == host && program.Is(command.Program));

    /// <summary>Whether an entry posts to our server.</summary>
    public bool IsPosted(PlacedHandler placed) => server is not null && HttpAddress.In(placed.Handler, host) == server;

    private SettingsText? Step(SettingsText text, IReadOnlyList<HookEntry> wanted)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var placed in PlacedHandler.All(text, shape).Where(IsOurs))
        {
            var entry = wanted.FirstOrDefault(entry => entry.Event == placed.Event);
            if (entry is null || !done.Add(entry.Event))
                return Remove(text, placed);
            if (Mend(text, placed, entry) is { } mended)
                return mended;
        }

        var missing = wanted.FirstOrDefault(entry => !done.Contains(entry.Event));
        if (wanted.Count > 0 && shape.Version is { } version && text.Root["version"] is null)
            return text.Add(text.Root, "version", SettingsValue.Of(version));
        return missing is null ? null : Add(text, missing);
    }

    private SettingsText? Mend(SettingsText text, PlacedHandler placed, HookEntry entry)
    {
        if (placed.MatcherText != entry.Matcher)
        {
            // The others of the group keep the matcher; ours gets a group of its own.
            if (placed.IsShared)
                return Remove(text, placed);
            var matcher = placed.Group.Find("matcher");
            return entry.Matcher is null ? text.Remove(placed.Group, matcher) : Put(text, placed.Group, "matcher", SettingsValue.Of(entry.Matcher));
        }

        var mended = text;
        foreach (var (name, value) in entry.Handler)
        {
            if (placed.HandlerIn(mended) is var handler && !value.IsSameAs(handler[name]))
                mended = Put(mended, handler, name, value);
        }

        foreach (var name in SettingsShape.Harmful.Where(name => !entry.Has(name)))
        {
            if (placed.HandlerIn(mended) is var handler && handler.Find(name) is var index and >= 0)
                mended = mended.Remove(handler, index);
        }

        return mended == text ? null : mended;
    }

    private static SettingsText Put(SettingsText text, SettingsNode container, string name, SettingsValue value) =>
        container[name] is { } old ? text.Set(old, value) : text.Add(container, name, value);

    private SettingsText Add(SettingsText text, HookEntry entry)
    {
        var value = entry.ToValue(shape);
        var list = new SettingsValue.List([value]);
        if (text.Root["hooks"] is not { } hooks)
            return text.Add(text.Root, "hooks", new SettingsValue.Map([(entry.Event, list)]));
        if (hooks.Kind != SettingsKind.Object)
            throw text.Error(hooks, $"'hooks' must be an object with a member for each event; this is {hooks.KindName}");
        if (hooks[entry.Event] is not { } entries)
            return text.Add(hooks, entry.Event, list);
        return entries.Kind == SettingsKind.Array
            ? text.Add(entries, null, value)
            : throw text.Error(entries, $"'{entry.Event}' must be an array of entries; this is {entries.KindName}");
    }

    /// <summary>Takes an entry out, with the group, the event and the <c>hooks</c> that it leaves without anything else, not even a comment.</summary>
    private static SettingsText Remove(SettingsText text, PlacedHandler placed)
    {
        var at = placed.Path.Count - 1;
        while (at > 0 && placed.Path[at].Container is var container && (IsEmptied(text, container) || IsBareGroup(container)))
            at--;
        return text.Remove(placed.Path[at].Container, placed.Path[at].Index);
    }

    private static bool IsEmptied(SettingsText text, SettingsNode container) => container.Items.Count == 1 && text.IsAlone(container);

    // A group is nothing but a matcher for its entries, so that a comment in it is about the entry too.
    private static bool IsBareGroup(SettingsNode container) =>
        container.Kind == SettingsKind.Object && container["hooks"] is { Kind: SettingsKind.Array } && container.Items.All(item => item.Name is "hooks" or "matcher" or "sequential");
}
