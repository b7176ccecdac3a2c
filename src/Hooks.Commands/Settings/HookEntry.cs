namespace Hooks.Commands;

/// <summary>An entry that an agent's settings are to have.</summary>
/// <param name="Event">The event.</param>
/// <param name="Matcher">What it is for; null for everything.</param>
/// <param name="Handler">Its members, in order; where entries are not grouped without the matcher.</param>
internal sealed record HookEntry(string Event, string? Matcher, IReadOnlyList<(string Name, SettingsValue Value)> Handler)
{
    /// <summary>Whether it has a member of this name.</summary>
    public bool Has(string name)
    {
        foreach (var member in Handler)
        {
            if (member.Name == name)
                return true;
        }

        return false;
    }

    /// <summary>The whole of it, as it is added.</summary>
    public SettingsValue ToValue(SettingsShape shape)
    {
        IReadOnlyList<(string, SettingsValue)> matcher = Matcher is null ? [] : [("matcher", SettingsValue.Of(Matcher))];
        return shape.IsGrouped
            ? new SettingsValue.Map([.. matcher, ("hooks", new SettingsValue.List([new SettingsValue.Map(Handler)]))])
            : new SettingsValue.Map([.. matcher, .. Handler]);
    }
}
