using System.Collections.Frozen;
using Hooks;

namespace Southridge.Tools;

/// <summary>A model that is offered ten tools picks better than one that is offered eighty.</summary>
public static class ToolNarrowing
{
    private const int Most = 12;

    private static readonly FrozenDictionary<string, string[]> ByTopic = new Dictionary<string, string[]>
    {
        ["database"] = ["sql_", "migrate"],
        ["browser"] = ["open_", "click", "screenshot"],
        ["git"] = ["git_", "gh_"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    [Hook(HookPoint.BeforeToolDiscovery, Name = "by-topic")]
    public static HookResult NarrowByTopic(ToolDiscoveryContext discovery)
    {
        if (discovery.ToolNames.Count <= Most || discovery.Prompt is not { } prompt)
            return HookResult.Continue;

        var prefixes = ByTopic.Where(topic => prompt.Contains(topic.Key, StringComparison.OrdinalIgnoreCase)).SelectMany(topic => topic.Value).ToArray();
        if (prefixes.Length == 0)
            return HookResult.Continue;

        discovery.Narrow(discovery.ToolNames.Where(name => Array.Exists(prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))));
        return HookResult.Modified;
    }

    [Hook(HookPoint.BeforeToolDiscovery, Name = "no-experiments", Priority = HookPriority.High)]
    public static void HideExperiments(ToolDiscoveryContext discovery) =>
        discovery.Narrow(discovery.ToolNames.Where(name => !name.StartsWith("experimental_", StringComparison.Ordinal)));

    [Hook(HookPoint.BeforeToolDiscovery, Name = "some-tool", Priority = HookPriority.Lowest)]
    public static HookResult WantSomeTool(ToolDiscoveryContext discovery) =>
        discovery.ToolNames is [] ? HookResult.Cancel("no tool is left for this model") : HookResult.Continue;

    [Hook(HookPoint.AfterToolDiscovery, Name = "say-what-is-missing")]
    public static void Say(ToolDiscoveryContext discovery)
    {
        if (!discovery.ToolNames.Contains("WebSearch"))
            discovery.AddContext("You cannot search the web today; say so where it matters.");
    }

    [Hook(HookPoint.ToolValidation, Name = "known-arguments", Tools = "open_*")]
    public static HookResult RequireUrl(ToolCallContext call)
    {
        if (!call.Arguments.TryGetString("url", out var url))
            return HookResult.Cancel("'url' is missing");
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https"))
            return HookResult.Continue;
        if (!Uri.TryCreate("https://" + url, UriKind.Absolute, out var completed))
            return HookResult.Cancel($"'{url}' is no address");

        call.Arguments["url"] = completed.AbsoluteUri;
        return HookResult.Modified;
    }
}
