using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Whether settings are built as the agent reads them, and name events that it has.</summary>
/// <param name="agent">The agent.</param>
internal sealed class StructureRules(CodingAgent agent)
{
    private readonly HostTable _host = HostTable.All[(int)agent];
    private readonly SettingsShape _shape = SettingsShape.Of(agent);

    public IEnumerable<SettingsFinding> Check(SettingsNode root)
    {
        if (root["hooks"] is not { } hooks)
            yield break;
        if (_shape.Version is { } version && !SettingsValue.Of(version).IsSameAs(root["version"]))
            yield return new(root["version"] ?? root, true, $"{_host.DisplayName} needs \"version\": {version}");
        if (hooks.Kind != SettingsKind.Object)
        {
            yield return new(hooks, true, $"'hooks' must be an object with a member for each event; this is {hooks.KindName}");
            yield break;
        }

        foreach (var member in hooks.Items)
        {
            if (Event(member) is { } unknown)
                yield return unknown;
            if (member.Value.Kind != SettingsKind.Array)
                yield return new(member.Value, true, $"'{member.Name}' must be an array of entries; this is {member.Value.KindName}");
            foreach (var entry in member.Value.Kind == SettingsKind.Array ? member.Value.Items : [])
            {
                foreach (var wrong in Entry(entry.Value))
                    yield return wrong;
            }
        }
    }

    private SettingsFinding? Event(SettingsItem member)
    {
        if (_host.Find(member.Name!) is not null)
            return null;
        var other = HostTable.All.FirstOrDefault(host => host != _host && host.Find(member.Name!) is not null);
        if (_host.Events.FirstOrDefault(known => known.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)) is { } spelled)
            return new(member.Start, true, $"{_host.DisplayName} has no event '{member.Name}'; it is written '{spelled.Name}'");
        if (other?.Find(member.Name!) is { } foreign)
        {
            var own = _host.Events.FirstOrDefault(known => known.Moment == foreign.Moment && known.Moment != HostMoment.Custom);
            return new(member.Start, true, $"'{member.Name}' is an event of {other.DisplayName}, not of {_host.DisplayName}" + (own is null ? string.Empty : $", where it is '{own.Name}'"));
        }

        return agent == CodingAgent.Cursor
            ? new(member.Start, true, $"Cursor has no event '{member.Name}', and refuses the whole file for it")
            : new(member.Start, false, $"{_host.DisplayName} {_host.Version} has no event '{member.Name}'");
    }

    private IEnumerable<SettingsFinding> Entry(SettingsNode entry)
    {
        if (entry.Kind != SettingsKind.Object)
        {
            yield return NoObject(entry);
            yield break;
        }

        if (entry["matcher"] is { Kind: not SettingsKind.Text } matcher)
            yield return new(matcher, true, $"'matcher' must be a text; this is {matcher.KindName}");
        if (!_shape.IsGrouped && entry["hooks"] is not null)
            yield return new(entry, true, $"entries of {_host.DisplayName} have no 'hooks' within; the command stands in the entry itself");
        if (!_shape.IsGrouped)
            yield break;
        if (entry["hooks"] is not { Kind: SettingsKind.Array } handlers)
            yield return new(entry, true, $"entries of {_host.DisplayName} are {{ \"matcher\": ..., \"hooks\": [ ... ] }}; this has no array 'hooks'");
        else
        {
            foreach (var handler in handlers.Items.Where(handler => handler.Value.Kind != SettingsKind.Object))
                yield return NoObject(handler.Value);
        }
    }

    private static SettingsFinding NoObject(SettingsNode entry) => new(entry, true, $"an entry must be an object; this is {entry.KindName}");
}
