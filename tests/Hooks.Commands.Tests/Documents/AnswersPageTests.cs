using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands.Tests.Documents;

/// <summary>docs/commands-answers.md says what every agent is told for every verdict. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Commands.Tests</summary>
public class AnswersPageTests
{
    private const string Head = """
        <!-- Derived from what the command host writes, by a test. To renew it: HOOKS_ACCEPT=1 dotnet test tests/Hooks.Commands.Tests -->
        # What coding agents are told

        For every event of every agent: the points that fire, and what the command says when the hooks answer. `…` is the reason, the value or
        the text that a hook has given. What an agent cannot express becomes the nearest safer thing, and standard error says so; the last
        column has that line. An exit code is named where it is not 0. A failure is input that cannot be read, a passed deadline, or a hook that
        fails and denies; it is told only where a hook stands at a point that decides. Where hooks only look on, nothing is said.

        """;

    private static readonly (string Name, HookResultKind? Kind, Func<HookContext?, Decision> Make)[] Verdicts =
    [
        ("Cancel", HookResultKind.Cancel, context => new(DecisionKind.Deny, context) { Reason = "…" }),
        ("Ask", HookResultKind.Ask, context => new(DecisionKind.Ask, context) { Reason = "…" }),
        ("Allow", HookResultKind.Allow, context => new(DecisionKind.Allow, context) { Reason = "…" }),
        ("arguments changed", null, context => new(DecisionKind.None, context) { Arguments = new() { ["command"] = "…" } }),
        ("arguments changed, ApproveRewrite", null, context => new(DecisionKind.None, With(context, call => call.ApproveRewrite()).Context) { Arguments = new() { ["command"] = "…" } }),
        ("arguments changed, ApproveRewrite, AddContext", null, context => new(DecisionKind.None, With(context, Approve).Context) { Arguments = new() { ["command"] = "…" } }),
        ("Replace", HookResultKind.Replace, context => new(DecisionKind.Replace, context) { Reason = "…", Value = "…" }),
        ("tools narrowed", null, context => new(DecisionKind.None, Narrowed("…")) { IsChanged = true }),
        ("tools narrowed to none", null, context => new(DecisionKind.None, Narrowed()) { IsChanged = true }),
        ("Retry", HookResultKind.Retry, context => new(DecisionKind.Retry, context) { Reason = "…" }),
        ("AddContext", null, context => With(context, added => added.AddContext("…"))),
        ("StopEverything", null, context => With(context, stopped => stopped.StopEverything("…"))),
        ("a failure", null, _ => Decision.Failed()),
    ];

    [Fact]
    public void The_page_is_what_is_written()
    {
        var page = new StringBuilder(Head);
        foreach (var agent in Enum.GetValues<CodingAgent>())
            Write(page, Host.Of(agent));
        var path = PathOfPage();
        if (Environment.GetEnvironmentVariable("HOOKS_ACCEPT") == "1")
            File.WriteAllText(path, page.ToString());

        Assert.Equal(page.ToString(), File.ReadAllText(path));
    }

    private static void Write(StringBuilder page, Host host)
    {
        page.Append($"\n## {host.Table.DisplayName}\n\nVersion of the protocol: {host.Table.Version}. `--host {host.Name}`\n\n| Event | Points | Hooks answer | The agent is told | Standard error |\n| --- | --- | --- | --- | --- |\n");
        foreach (var hostEvent in host.Table.Events)
        {
            var points = hostEvent.CustomContext is { } custom ? $"`Hook<{custom["Hooks.Commands.".Length..]}>`" : string.Join(", ", hostEvent.Points);
            var rows = 0;
            foreach (var (name, kind, make) in Verdicts)
            {
                if (!CanBe(hostEvent, kind, name))
                    continue;
                var reply = Say(host, hostEvent, make);
                page.Append($"| {(rows++ == 0 ? $"`{hostEvent.Name}`" : "")} | {(rows == 1 ? points : "")} | {name} | {Said(reply)} | {string.Join(" ", reply.Notices)} |\n");
            }

            if (rows == 0)
                page.Append($"| `{hostEvent.Name}` | {points} | | nothing | |\n");
        }
    }

    private static bool CanBe(HostEvent hostEvent, HookResultKind? kind, string name)
    {
        if (name.Contains("ApproveRewrite", StringComparison.Ordinal))
            return hostEvent.Takes(HostAnswers.RewriteApproves);
        if (name == "arguments changed")
            return hostEvent.Moment is HostMoment.ToolCall or HostMoment.PermissionRequest;
        if (name.StartsWith("tools", StringComparison.Ordinal))
            return hostEvent.Moment is HostMoment.ToolSelection;
        if (name == "a failure")
            return hostEvent.IsGate;
        if (name == "AddContext")
            return true;
        var allowed = hostEvent.CustomContext is { } custom
            ? ((HookPointAttribute)typeof(CommandHost).Assembly.GetType(custom)!.GetCustomAttributes(typeof(HookPointAttribute), false).Single()) is { Blocking: true } point ? point.Allowed : HookResultKinds.None
            : HookPoints.Get(Deciding(hostEvent)).Allowed;
        return kind is { } known ? (allowed & (HookResultKinds)(1 << (int)known)) != 0 : allowed != HookResultKinds.None;
    }

    private static HookPoint Deciding(HostEvent hostEvent) =>
        Enum.Parse<HookPoint>(hostEvent.Moment == HostMoment.ToolCall ? "BeforeToolCall" : hostEvent.Points[0]);

    private static HostReply Say(Host host, HostEvent hostEvent, Func<HookContext?, Decision> make)
    {
        using var document = JsonDocument.Parse("""{"tool_name":"Bash","tool_input":{"command":"ls"},"tool_response":{"stdout":"a","stderr":"b"}}""");
        var payload = new HostPayload(host.Agent, hostEvent.Name, document.RootElement);
        var decision = make(new NamedHookContext("page"));
        if (decision.Kind == DecisionKind.Retry && hostEvent.Moment is HostMoment.Stop or HostMoment.SubagentStop)
            decision = new(DecisionKind.KeepWorking, decision.Context) { Reason = decision.Reason };
        else if (decision is { Kind: DecisionKind.Deny, IsFailure: false } && hostEvent.Moment is HostMoment.Stop or HostMoment.SubagentStop)
            decision = new(DecisionKind.Stop, decision.Context) { Reason = decision.Reason };
        return host.Answer(hostEvent, decision.IsFailure ? null : payload, decision);
    }

    private static string Said(HostReply reply)
    {
        var output = Encoding.UTF8.GetString(reply.Output.Span).Trim();
        var said = output.Length > 0 ? $"`{output}`" : reply.Error is { } error ? $"standard error: `{error}`" : "nothing";
        return reply.ExitCode == 0 ? said : $"{said}, exit code {reply.ExitCode}";
    }

    private static Decision With(HookContext? context, Action<HookContext> change)
    {
        change(context!);
        return new(DecisionKind.None, context);
    }

    private static void Approve(HookContext call)
    {
        call.ApproveRewrite();
        call.AddContext("…");
    }

    private static ToolDiscoveryContext Narrowed(params string[] names)
    {
        using var document = JsonDocument.Parse("""{"llm_request":{"model":"m","messages":[]}}""");
        var discovery = GeminiModel.ReadSelection(ContextReader.ReadEvent(new(CodingAgent.GeminiCli, "BeforeToolSelection", document.RootElement)));
        discovery.Narrow(names);
        return discovery;
    }

    private static string PathOfPage([CallerFilePath] string testFile = "") => Path.Combine(Path.GetDirectoryName(testFile)!, "../../../docs/commands-answers.md");
}
