namespace Hooks.Commands;

/// <summary>What in settings switches hooks off, all of them or ours.</summary>
/// <param name="agent">The agent.</param>
internal sealed class SwitchRules(CodingAgent agent)
{
    /// <summary>The switches that are off.</summary>
    /// <param name="text">The settings.</param>
    /// <param name="isOurs">Which entries are ours.</param>
    public IEnumerable<SettingsFinding> Check(SettingsText text, Func<PlacedHandler, bool> isOurs)
    {
        if (text.Root["disableAllHooks"] is { Kind: SettingsKind.True } off)
            yield return new(off, true, "'disableAllHooks': no hook runs");
        if (agent != CodingAgent.GeminiCli || text.Root["hooksConfig"] is not { } switches)
            yield break;
        if (switches["enabled"] is { Kind: SettingsKind.False } none)
            yield return new(none, true, "'hooksConfig.enabled' is false: no hook runs");

        // An entry is called by its name there, or by its command if it has none.
        var ours = PlacedHandler.All(text, SettingsShape.Of(agent)).Where(isOurs)
            .Select(placed => placed.Handler["name"]?.AsText() ?? placed.Handler["command"]?.AsText()).ToList();
        foreach (var name in switches["disabled"] is { Kind: SettingsKind.Array } disabled ? disabled.Items : [])
        {
            if (name.Value.AsText() is { } called && ours.Contains(called))
                yield return new(name.Value, true, "'hooksConfig.disabled' names an entry that starts this program: it does not run");
        }
    }
}
