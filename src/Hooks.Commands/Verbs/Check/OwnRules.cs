using System.Globalization;

namespace Hooks.Commands;

/// <summary>Whether our entries are what <c>config</c> would write.</summary>
/// <param name="entries">What it would write.</param>
/// <param name="merge">Which entries are ours.</param>
/// <param name="program">Our program.</param>
internal sealed class OwnRules(HostEntries entries, SettingsMerge merge, GuardProgram program)
{
    private const string Mend = "config --write mends it";

    public IEnumerable<SettingsFinding> Check(SettingsText text, IReadOnlyList<HookEntry> wanted)
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
                yield return Unaddressed(placed, command);
            else if (entry is null)
                yield return new(placed.Handler, true, $"no hook is called at {placed.Event}; config --write takes this out");
            else if (!seen.Add(placed.Event))
                yield return new(placed.Handler, true, $"{placed.Event} starts this program twice; {Mend}");
            else
            {
                foreach (var drift in Drift(placed, command, entry))
                    yield return drift;
            }
        }

        foreach (var missing in wanted.Where(entry => !seen.Contains(entry.Event)))
            yield return new(text.Root["hooks"] ?? text.Root, true, $"{missing.Event} has hooks, and no entry starts this program there; config --write adds one");
    }

    private SettingsFinding Unaddressed(PlacedHandler placed, GuardCommand command) => command.Host is { } host && host != entries.Host.Name
        ? new(placed.Handler, true, $"the entry is for another agent: --host {host} in settings of {entries.Host.DisplayName}; {Mend}")
        : new(placed.Handler, true, $"starts this program without --host {entries.Host.Name} --event {placed.Event}, so that unreadable input is denied in no agent's form; {Mend}");

    private IEnumerable<SettingsFinding> Drift(PlacedHandler placed, GuardCommand command, HookEntry entry)
    {
        if (command.Event != placed.Event)
            yield return new(placed.Handler, true, $"--event {command.Event} below {placed.Event}: every call is refused; {Mend}");
        if (!command.IsPlain)
            yield return new(placed.Handler, true, $"the command line does more than start this program, which can turn a denial into leave; {Mend}");
        if (placed.MatcherText != entry.Matcher)
            yield return new(placed.Matcher ?? placed.Group, true, $"the matcher is {Quoted(placed.MatcherText)} and the hooks are for {Quoted(entry.Matcher)}; {Mend}");
        foreach (var (name, value) in entry.Handler)
        {
            if (!value.IsSameAs(placed.Handler[name]))
                yield return new(placed.Handler[name] ?? placed.Handler, true, Difference(placed, command, name, value));
        }

        foreach (var name in SettingsShape.Harmful.Where(name => placed.Handler[name] is not null && entry.Handler.All(member => member.Name != name)))
            yield return new(placed.Handler[name]!, true, $"'{name}' does not belong here: with it the entry runs elsewhere, not always, or without being waited for; {Mend}");
    }

    private string Difference(PlacedHandler placed, GuardCommand command, string name, SettingsValue value)
    {
        if (name.StartsWith("timeout", StringComparison.Ordinal) && placed.Handler[name]?.AsNumber() is { } wait && Deadline(command) is { } deadline
            && deadline >= wait * (entries.Host.Name == "gemini" ? 1 : 1000))
            return $"the agent waits no longer than the deadline of the hooks ({deadline} ms), and may go on without a verdict; {Mend}";
        if (name is "args" or "command" && command.Deadline is null)
            return $"--deadline is missing: the agent and not this program decides what a slow hook means; {Mend}";
        if (name is "onFailure" or "failClosed")
            return $"without \"{name}\": {value.ToText()} a crash or timeout lets the call through; {Mend}";
        return $"'{name}' is not {value.ToText()}; {Mend}";
    }

    private static int? Deadline(GuardCommand command) =>
        int.TryParse(command.Deadline, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null;

    private static string Quoted(string? matcher) => matcher is null ? "for all" : $"'{matcher}'";
}
