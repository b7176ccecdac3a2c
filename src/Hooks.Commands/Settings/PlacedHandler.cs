namespace Hooks.Commands;

/// <summary>An entry as it stands in an agent's settings.</summary>
/// <param name="Event">The event below which it stands.</param>
/// <param name="Path">The way to it: each object or array with the index of the item that leads on.</param>
/// <param name="Handler">The entry itself.</param>
/// <param name="Group">The object with its matcher: the group, or the entry itself.</param>
/// <param name="IsShared">Whether other entries are in its group.</param>
internal sealed record PlacedHandler(string Event, IReadOnlyList<(SettingsNode Container, int Index)> Path, SettingsNode Handler, SettingsNode Group, bool IsShared)
{
    public SettingsNode? Matcher => Group["matcher"];

    /// <summary>What the matcher says, if it is not for everything.</summary>
    public string? MatcherText => Matcher?.AsText() is { Length: > 0 } text && text != "*" ? text : null;

    /// <summary>Whether the matcher is this one; null is everything. One that is no text is none, however an agent takes it.</summary>
    public bool IsFor(string? matcher) => Matcher is null or { Kind: SettingsKind.Text } && MatcherText == matcher;

    public GuardCommand? Command { get; } = GuardCommand.Of(Handler);

    /// <summary>The entry in the settings after edits of nothing but itself.</summary>
    public SettingsNode HandlerIn(SettingsText text)
    {
        var container = text.Root;
        foreach (var (_, index) in Path)
            container = container.Items[index].Value;
        return container;
    }

    /// <summary>All entries in order. What is not built as entries are is passed over; <c>check</c> reports it.</summary>
    public static IEnumerable<PlacedHandler> All(SettingsText text, SettingsShape shape)
    {
        var hooksIndex = text.Root.Find("hooks");
        if (hooksIndex < 0)
            yield break;
        var hooks = text.Root.Items[hooksIndex].Value;
        for (var e = 0; hooks.Kind == SettingsKind.Object && e < hooks.Items.Count; e++)
        {
            var groups = hooks.Items[e].Value;
            for (var g = 0; groups.Kind == SettingsKind.Array && g < groups.Items.Count; g++)
            {
                var group = groups.Items[g].Value;
                (SettingsNode, int)[] path = [(text.Root, hooksIndex), (hooks, e), (groups, g)];
                if (group.Kind != SettingsKind.Object)
                    continue;
                if (!shape.IsGrouped)
                {
                    yield return new(hooks.Items[e].Name!, path, group, group, false);
                    continue;
                }

                var inner = group.Find("hooks");
                var handlers = inner < 0 ? null : group.Items[inner].Value;
                for (var h = 0; handlers is { Kind: SettingsKind.Array } && h < handlers.Items.Count; h++)
                {
                    if (handlers.Items[h].Value.Kind == SettingsKind.Object)
                        yield return new(hooks.Items[e].Name!, [.. path, (group, inner), (handlers, h)], handlers.Items[h].Value, group, handlers.Items.Count > 1);
                }
            }
        }
    }
}
