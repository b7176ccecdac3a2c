using System.Globalization;
using System.Text;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>Writes the chains for a terminal.</summary>
internal static class DescribeText
{
    private static readonly (HostAnswers Answer, string Words)[] Answers =
    [
        (HostAnswers.Deny, "deny"), (HostAnswers.Ask, "ask"), (HostAnswers.Allow, "allow"), (HostAnswers.Rewrite, "rewrite"),
        (HostAnswers.RewriteApproves, "rewrite (which approves)"), (HostAnswers.AddContext, "add context"), (HostAnswers.Replace, "replace"),
        (HostAnswers.Feedback, "feedback"), (HostAnswers.KeepWorking, "keep working"), (HostAnswers.StopAll, "stop all"), (HostAnswers.Narrow, "fewer tools"),
        (HostAnswers.Retry, "retry"),
    ];

    public static string Render(IReadOnlyList<DescribedHost> hosts)
    {
        var text = new StringBuilder();
        foreach (var host in hosts)
        {
            text.Append(text.Length == 0 ? string.Empty : "\n").Append(host.Host.DisplayName).Append(" (").Append(host.Host.Version).Append(")\n");
            foreach (var described in host.Events)
                Append(text, described);
            if (host.Unhooked.Count > 0)
                text.Append('\n').Append(TextTable.Render([["without hooks:", string.Join(", ", host.Unhooked)]], indent: 2, wraps: true));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, DescribedEvent described)
    {
        var hostEvent = described.Event;
        text.Append("\n  ").Append(hostEvent.Name).Append(described.IsGate ? ": a gate" : ": no gate")
            .Append(hostEvent.Answers == HostAnswers.None ? ", whatever hooks say is ignored" : ", takes ")
            .AppendJoin(", ", AnswersAt(hostEvent)).Append('\n');
        text.Append(TextTable.Render([.. described.Hooked.Hooks.Select((hook, i) => Row(hook, hostEvent, i + 1))], indent: 4));
        var guarded = described.Tools.Where(tool => tool.Guards.Count > 0).GroupBy(tool => string.Join(", ", tool.Guards))
            .Select(tools => (string[])["through", tools.Key + ":", string.Join(", ", tools.Select(tool => tool.Name))]);
        var open = string.Join(", ", described.Tools.Where(tool => tool.Guards.Count == 0).Select(tool => tool.Name));
        if (described.Tools.Count > 0)
            text.Append(TextTable.Render([.. guarded, .. open.Length == 0 ? (string[][])[] : [["past", "every hook:", open]]], indent: 4, wraps: true));
    }

    private static List<string> AnswersAt(HostEvent hostEvent)
    {
        var taken = new List<string>();
        foreach (var (answer, words) in Answers)
        {
            if (hostEvent.Takes(answer))
                taken.Add(words);
        }

        return taken;
    }

    private static string[] Row(HookDescriptor hook, HostEvent hostEvent, int place) =>
    [
        place.ToString(CultureInfo.InvariantCulture),
        hook.Point.Name,
        hook.Name,
        hook.Tools ?? (hostEvent.Matcher == HostMatcher.Tool ? "all tools" : string.Empty),
        hook.GivesVerdict ? $"verdict, on failure {hook.FailurePolicy}" : "observer",
    ];
}
