namespace Hooks.Commands;

/// <summary>Whether entries that post to our server are what <c>config --http</c> would write.</summary>
/// <param name="server">The server.</param>
internal sealed class ServerRules(HttpAddress server)
{
    private readonly string _mend = $"config --http {server.Server} --write mends it";

    public IEnumerable<SettingsFinding> Check(PlacedHandler placed, HookEntry entry)
    {
        if (!HttpAddress.Carries(placed.Event))
        {
            yield return new(placed.Handler, true, placed.Event is "SessionStart" or "Setup"
                ? $"http handlers are skipped at {placed.Event}; {_mend}"
                : $"a server cannot say all of what is read at {placed.Event}: an exit code, or plain text; {_mend}");
            yield break;
        }

        if (placed.MatcherText != entry.Matcher)
            yield return new(placed.Matcher ?? placed.Group, true, $"the matcher is {Quoted(placed.MatcherText)} and the hooks are for {Quoted(entry.Matcher)}; {_mend}");
        foreach (var (name, value) in entry.Handler)
        {
            var found = placed.Handler[name];
            if (value.IsSameAs(found))
                continue;
            yield return new(found ?? placed.Handler, true, name switch
            {
                "onFailure" => $"without \"onFailure\": {value.ToText()} a server that does not answer lets the call through; {_mend}",
                "headers" or "allowedEnvVars" => $"'{name}' is not {value.ToText()}, so that the server is not sent its token; {_mend}",
                _ => $"'{name}' is not {value.ToText()}; {_mend}",
            });
        }

        foreach (var name in SettingsShape.Harmful)
        {
            if (placed.Handler[name] is { } harmful && !entry.Has(name))
                yield return new(harmful, true, $"'{name}' does not belong here; {_mend}");
        }
    }

    private static string Quoted(string? matcher) => matcher is null ? "for all tools" : $"'{matcher}'";
}
