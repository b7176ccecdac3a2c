using System.Text;
using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands.Tests.Answering;

/// <summary>What hooks want the model to know reaches the agent, or people are told that it does not.</summary>
public class AddedContextTests
{
    private const string Added = "the branch is main";

    public static TheoryData<CodingAgent> Agents => [.. Enum.GetValues<CodingAgent>()];

    [Theory]
    [MemberData(nameof(Agents))]
    public void Nothing_is_lost_without_a_word(CodingAgent agent)
    {
        var host = Host.Of(agent);
        foreach (var hostEvent in host.Table.Events)
        {
            foreach (var kind in Enum.GetValues<DecisionKind>())
            {
                foreach (var (rewrites, stops) in new[] { (false, false), (true, false), (false, true) })
                {
                    var reply = host.Answer(hostEvent, Payload(host, hostEvent), Decide(hostEvent, kind, rewrites, stops));

                    var said = Encoding.UTF8.GetString(reply.Output.Span) + reply.Error;
                    Assert.True(said.Contains(Added, StringComparison.Ordinal) || reply.Notices.Any(notice => notice.EndsWith(" is lost.", StringComparison.Ordinal)),
                        $"{host.Name} {hostEvent.Name} {kind}{(rewrites ? ", arguments changed" : "")}{(stops ? ", stopped" : "")}: {said} {string.Join(" ", reply.Notices)}");
                }
            }
        }
    }

    private static Decision Decide(HostEvent hostEvent, DecisionKind kind, bool rewrites, bool stops)
    {
        var context = new NamedHookContext("test");
        context.AddContext(Added);
        if (stops)
            context.StopEverything("enough");
        if (rewrites)
            context.ApproveRewrite();
        return new(kind, context)
        {
            Reason = kind is DecisionKind.None or DecisionKind.Replace ? null : "why",
            Value = kind == DecisionKind.Replace ? "/w" : null,
            Arguments = rewrites && hostEvent.Moment is HostMoment.ToolCall or HostMoment.PermissionRequest ? new() { ["command"] = "ls -l" } : null,
        };
    }

    private static HostPayload Payload(Host host, HostEvent hostEvent)
    {
        using var document = JsonDocument.Parse("""{"tool_name":"Bash","tool_input":{"command":"ls"},"tool_response":{"stdout":"a","stderr":"b"}}""");
        return new(host.Agent, hostEvent.Name, document.RootElement.Clone());
    }
}
