using System.Globalization;

namespace Hooks.Commands;

/// <summary>Whether our entries are what <c>config</c> would write.</summary>
/// <param name="entries">What it would write.</param>
/// <param name="merge">Which entries are ours.</param>
/// <param name="program">Our program.</param>
internal sealed class OwnRules(HostEntries entries, SettingsMerge merge, GuardProgram program)
{
    private const string Mend = "config --write mends it";

    /// <summary>What is wrong with our entries.</summary>
    /// <param name="text">The settings.</param>
    /// <param name="wanted">What they are to have.</param>
    /// <param name="named">Where values stand of which something has been said already: a fault is named once.</param>
    public IEnumerable<SettingsFinding> Check(SettingsText text, IReadOnlyList<HookEntry> wanted, IReadOnlySet<int> named)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var placed in PlacedHandler.All(text, entries.Shape))
        {
            if (merge.IsPosted(placed) && wanted.FirstOrDefault(entry => entry.Event == placed.Event) is { } posted && seen.Add(placed.Event))
            {
                foreach (var drift in new ServerRules(entries.Server!).Check(placed, posted))
                    yield return drift;
                continue;
            }

            if (merge.IsPosted(placed))
                yield return new(placed.Handler, true, $"{placed.Event} has no hook, or another entry already; config --http {entries.Server!.Server} --write takes this out");
            if (placed.Command is not { } command || !program.Is(command.Program))
                continue;
            var entry = wanted.FirstOrDefault(entry => entry.Event == placed.Event);
            if (!merge.IsOurs(placed))
            {
                yield return Unaddressed(placed, command);
                seen.Add(placed.Event);
            }
            else if (entry is null && entries.Host.Find(placed.Event) is null)
                continue;
            else if (entry is null)
                yield return new(placed.Handler, true, $"no hook is called at {placed.Event}; config --write takes this out");
            else if (!seen.Add(placed.Event))
                yield return new(placed.Handler, true, $"{placed.Event} starts this program twice; {Mend}");
            else
            {
                foreach (var drift in Drift(placed, command, entry, new(named)))
                    yield return drift;
            }
        }

        foreach (var missing in wanted.Where(entry => !seen.Contains(entry.Event)))
            yield return new(text.Root["hooks"] ?? text.Root, true, $"{missing.Event} has hooks, and no entry starts this program there; config --write adds one");
    }

    private SettingsFinding Unaddressed(PlacedHandler placed, GuardCommand command) => command.Host is { } host && host != entries.Host.Name
        ? new(command.PlaceOf("--host"), true, $"the entry is for another agent: --host {host} in settings of {entries.Host.DisplayName}; take it out, config --write adds the right one")
        : new(command.Place, true, $"starts this program without --host {entries.Host.Name} --event {placed.Event}, so that unreadable input is denied in no agent's form; take it out, config --write adds the right one");

    private IEnumerable<SettingsFinding> Drift(PlacedHandler placed, GuardCommand command, HookEntry entry, HashSet<int> named)
    {
        if (command.Event != placed.Event && named.Add(command.Place.Start))
            yield return new(command.PlaceOf("--event"), true, $"--event {command.Event} below {placed.Event}: every call is refused; {Mend}");
        if (!command.IsPlain && named.Add(command.Place.Start))
            yield return new(command.Place, true, $"the command line does more than start this program, which can turn a denial into leave; {Mend}");
        if (placed.MatcherText != entry.Matcher)
            yield return new(placed.Matcher ?? placed.Group, true, $"the matcher is {Quoted(placed.MatcherText, "for all tools")} and the hooks are for {Quoted(entry.Matcher, "all tools")}; {Mend}");
        foreach (var (name, value) in entry.Handler)
        {
            var found = placed.Handler[name];
            var isNamed = found is not null ? named.Contains(found.Start) : name == "timeoutSec" && placed.Handler["timeout"] is not null;
            if (!isNamed && !value.IsSameAs(found))
                yield return Difference(placed, command, name, value);
        }

        foreach (var name in SettingsShape.Harmful.Where(name => !entry.Has(name)))
        {
            if (placed.Handler[name] is { } harmful && named.Add(harmful.Start))
                yield return new(harmful, true, $"'{name}' does not belong here: with it the entry runs elsewhere, not always, or without being waited for; {Mend}");
        }
    }

    private SettingsFinding Difference(PlacedHandler placed, GuardCommand command, string name, SettingsValue value)
    {
        var found = placed.Handler[name];
        var message = $"'{name}' is {(found is null ? "missing; it is to be" : "not")} {value.ToText()}; {Mend}";
        if (name is "onFailure" or "failClosed")
            message = $"without \"{name}\": {value.ToText()} a crash or timeout lets the call through; {Mend}";
        else if (found is null)
            return new(placed.Handler, true, message);
        else if (found == command.Place && command.Deadline is null)
            message = $"--deadline is missing: the agent and not this program decides what a slow hook means; {Mend}";
        else if (found == command.Place && IsLate(placed, command))
            return new(command.PlaceOf("--deadline"), true, $"--deadline {command.Deadline} is not below the time that the agent waits, which may go on without a verdict; {Mend}");
        else if (name.StartsWith("timeout", StringComparison.Ordinal) && IsLate(placed, command))
            message = $"the agent waits no longer than the deadline of the hooks ({command.Deadline} ms), and may go on without a verdict; {Mend}";
        return new(found ?? placed.Handler, true, message);
    }

    private bool IsLate(PlacedHandler placed, GuardCommand command) => (placed.Handler["timeoutSec"] ?? placed.Handler["timeout"])?.AsNumber() is { } wait
        && int.TryParse(command.Deadline, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds >= wait * (entries.Host.Name == "gemini" ? 1 : 1000);

    private static string Quoted(string? matcher, string all) => matcher is null ? all : $"'{matcher}'";
}
