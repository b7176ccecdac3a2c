using System.Globalization;
using System.Text;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Writes the chains for a terminal.</summary>
internal static class DescribeText
{
    public static string Render(IReadOnlyList<DescribedHost> hosts)
    {
        var text = new StringBuilder();
        foreach (var host in hosts)
        {
            text.Append(text.Length == 0 ? string.Empty : "\n").Append(host.Host.DisplayName).Append(" (").Append(host.Host.Version).Append(")\n");
            foreach (var hooked in host.Events)
                Append(text, hooked);
            if (host.Unhooked.Count > 0)
                text.Append("\n  without hooks: ").AppendJoin(", ", host.Unhooked).Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, DescribedEvent described)
    {
        var hostEvent = described.Event;
        text.Append("\n  ").Append(hostEvent.Name).Append(hostEvent.IsGate ? ": a gate" : ": not a gate")
            .Append(hostEvent.Answers == HostAnswers.None ? ", nothing that is said counts" : $", takes {hostEvent.Answers}").Append('\n');
        text.Append(Indent(TextTable.Render([.. described.Hooked.Hooks.Select((hook, i) => Row(hook, i + 1))])));
        if (described.Tools.Count == 0)
            return;
        var guarded = described.Tools.Where(tool => tool.Guards.Count > 0).Select(tool => (string[])["through the gate", tool.Name, string.Join(", ", tool.Guards)]);
        var open = string.Join(", ", described.Tools.Where(tool => tool.Guards.Count == 0).Select(tool => tool.Name));
        text.Append(Indent(TextTable.Render([.. guarded, .. open.Length == 0 ? (string[][])[] : [["past the gate", open, string.Empty]]])));
    }

    private static string[] Row(HookDescriptor hook, int place) =>
    [
        place.ToString(CultureInfo.InvariantCulture),
        hook.Point.Name,
        hook.Name,
        hook.Tools ?? "all",
        hook.GivesVerdict ? $"verdict, on failure {hook.FailurePolicy}" : "observer",
    ];

    private static string Indent(string lines) => "    " + lines.TrimEnd('\n').Replace("\n", "\n    ", StringComparison.Ordinal) + "\n";
}
