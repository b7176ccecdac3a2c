using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Shows which hooks run at which event of which agent, and which tools pass by them.</summary>
internal sealed class DescribeVerb() : Verb("describe", "shows the hooks of each event in order, and which tools pass through a gate")
{
    protected override string Usage => $"[--host {VerbOption.HostValue}] [--format text|mermaid|json]";

    protected override IReadOnlyList<VerbOption> Options =>
    [
        VerbOption.Host with { Meaning = "the coding agent; all unless given" },
        new("--format", "text|mermaid|json", "how to print; as text unless given"),
    ];

    protected override ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene)
    {
        var format = arguments.Choice("--format", "text", "mermaid", "json");
        IReadOnlyList<CodingAgent> agents = arguments.Agent() is { } one ? [one] : [.. HostTable.All.Select((_, agent) => (CodingAgent)agent)];
        IReadOnlyList<DescribedHost> hosts = [.. agents.Select(agent => DescribedHost.Of(agent, scene.Dispatcher))];
        scene.Out.Write(format switch
        {
            "json" => DescribeJson.Render(hosts),
            "mermaid" => DescribeMermaid.Render(hosts),
            _ => DescribeText.Render(hosts),
        });
        return new(true);
    }
}
