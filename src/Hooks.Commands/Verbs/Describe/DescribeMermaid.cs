using System.Globalization;
using System.Text;

namespace Hooks.Commands;

/// <summary>Writes the chains as a Mermaid flowchart: each agent's events, and an arrow from hook to hook.</summary>
internal static class DescribeMermaid
{
    public static string Render(IReadOnlyList<DescribedHost> hosts)
    {
        var text = new StringBuilder("flowchart LR\n    %% rectangles are events, hexagons give verdicts, rounded hooks only observe\n");
        var node = 0;
        foreach (var host in hosts)
        {
            text.Append(CultureInfo.InvariantCulture, $"    subgraph {host.Host.Name} [\"{TableMermaid.Escape(host.Host.DisplayName)}\"]\n");
            foreach (var hooked in host.Events)
            {
                var previous = node++;
                text.Append(CultureInfo.InvariantCulture, $"        n{previous}[\"{TableMermaid.Escape(hooked.Event.Name)}{(hooked.IsGate ? "<br/>gate" : string.Empty)}\"]\n");
                foreach (var hook in hooked.Hooked.Hooks)
                {
                    var label = TableMermaid.Escape(hook.Name) + (hook.Tools is null ? string.Empty : "<br/>tools " + TableMermaid.Escape(hook.Tools));
                    text.Append(CultureInfo.InvariantCulture, $"        n{node}{(hook.GivesVerdict ? "{{" : "([")}\"{label}\"{(hook.GivesVerdict ? "}}" : "])")}\n");
                    text.Append(CultureInfo.InvariantCulture, $"        n{previous} -->|{TableMermaid.Escape(hook.Point.Name)}| n{node}\n");
                    previous = node++;
                }
            }

            text.Append("    end\n");
        }

        return text.ToString();
    }
}
