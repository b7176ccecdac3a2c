using System.Net;
using System.Text;
using Hooks.Commands.Http.Tests.Answering;
using Hooks.Commands.Http.Tests.Serving;
using Hooks.Commands.Tests.Acceptors;
using Hooks.Shared;

namespace Hooks.Commands.Http.Tests.Admitting;

/// <summary>No address, header or version of the protocol brings a status that an agent takes for leave.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("/claude/PreToolUse/")]
    [InlineData("//claude//PreToolUse")]
    [InlineData("/Claude/PreToolUse")]
    [InlineData("/claude/pretooluse?deadline=5000")]
    [InlineData("/CLAUDE/PRETOOLUSE/")]
    public async Task Slashes_and_case_make_no_other_event(string path)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await PostAsync(server, path);

        Assert.Equal((HttpStatusCode.OK, true), (response.StatusCode, (await response.Content.ReadAsStringAsync()).Contains("\"no\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/claude")]
    [InlineData("/claude/")]
    [InlineData("/claude/PreToolUse/x")]
    [InlineData("/codex/PreToolUse")]
    [InlineData("/gemini/BeforeTool")]
    [InlineData("/cursor/preToolUse")]
    [InlineData("/claude%2FPreToolUse")]
    [InlineData("/hooks")]
    public async Task Elsewhere_every_gate_is_denied_and_no_hook_runs(string path)
    {
        await using var server = await RunningServer.StartAsync();
        var calls = 0;
        server.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ =>
        {
            calls++;
            return HookResult.Continue;
        });

        using var response = await PostAsync(server, path);
        using var stranger = await PostAsync(server, path, request => request.Headers.Authorization = null);
        using var page = await PostAsync(server, path, request => request.Method = HttpMethod.Get);

        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(body, await stranger.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(["Elicitation", "ElicitationResult"], HostTable.All[0].Events.Where(hostEvent => hostEvent.IsGate && !IsClosed(hostEvent.Name, response, body)).Select(hostEvent => hostEvent.Name));
        Assert.Equal(0, calls);
        Assert.Contains("The address is no event's", server.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copilot_has_its_own_forms()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await PostAsync(server, "/copilot/preToolUse/x");
        using var other = await PostAsync(server, "/Copilot/PRETOOLUSE");

        Assert.Contains("\"permissionDecision\":\"deny\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"permissionDecisionReason\":\"no\"", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_nobody_knows_may_be_a_gate()
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await PostAsync(server, "/claude/PreTeleport", request => request.Headers.Authorization = null);

        Assert.Contains("\"continue\":false", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/claude/PreTaskCompleted")]
    [InlineData("/claude/PreToolUse")]
    public async Task A_gate_that_reads_an_exit_code_is_denied_at_a_wrong_address_too(string path)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.PostAsync(path, Payloads.Of("TaskCompleted", "x"));

        Assert.True(IsClosed("TaskCompleted", response, await response.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task Where_hooks_only_look_on_a_stranger_stops_nobody()
    {
        var dispatcher = new HookDispatcher(new Nothing());
        dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, _ => { });
        await using var server = await RunningServer.StartAsync(dispatcher: dispatcher);

        using var response = await server.PostAsync("/claude/PostToolUse", Payloads.Of("PostToolUse", "ls"), request => request.Headers.Authorization = null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    public static TheoryData<string, string, string> Unusual => new()
    {
        { "one long header", "1.1", $"X-A: {new string('a', 40 * 1024)}\r\n" },
        { "headers of 200 KB", "1.1", string.Concat(Enumerable.Range(0, 200).Select(at => $"X-{at}: {new string('a', 1000)}\r\n")) },
        { "500 headers", "1.1", string.Concat(Enumerable.Range(0, 500).Select(at => $"X-{at}: a\r\n")) },
        { "HTTP/1.0", "1.0", "" },
        { "100-continue", "1.1", "Expect: 100-continue\r\n" },
        { "another expectation", "1.1", "Expect: the unexpected\r\n" },
    };

    [Theory]
    [MemberData(nameof(Unusual))]
    public async Task Headers_and_versions(string what, string version, string headers)
    {
        await using var server = await RunningServer.StartAsync();
        var payload = Payloads.Shell("deny: no");

        using var client = await RawRequest.BeginAsync(server, "/claude/PreToolUse", $"{headers}Content-Length: {Encoding.UTF8.GetByteCount(payload)}\r\n\r\n{payload}", version);

        var answer = await RawRequest.ReadAnswerAsync(client);
        Assert.True(answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && answer.Contains("\"permissionDecisionReason\":\"no\"", StringComparison.Ordinal), $"{what}: {answer}");
    }

    [Fact]
    public async Task A_long_address_and_a_body_in_pieces()
    {
        await using var server = await RunningServer.StartAsync();
        var payload = Payloads.Shell("deny: no");

        using var client = await RawRequest.BeginAsync(server, "/claude/PreToolUse?x=" + new string('a', 32 * 1024), $"Transfer-Encoding: chunked\r\n\r\n{payload.Length:x}\r\n{payload}\r\n0\r\n\r\n");

        Assert.Contains("\"permissionDecisionReason\":\"no\"", await RawRequest.ReadAnswerAsync(client), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(RunningServer server, string path, Action<HttpRequestMessage>? change = null) =>
        server.PostAsync(path, Payloads.Shell("deny: no"), request =>
        {
            request.RequestUri = new(server.Client.BaseAddress!.OriginalString.TrimEnd('/') + path);
            change?.Invoke(request);
        });

    private static bool IsClosed(string eventName, HttpResponseMessage response, byte[] body) =>
        ClaudeHttpAcceptor.Judge(eventName, Payloads.Of(eventName, "x"), (int)response.StatusCode, body).Course is HostCourse.Denied or HostCourse.StopsAll;

    private sealed class Nothing() : HookTable([], [])
    {
        protected override IReadOnlyList<HookChain> CreateChains() => [];
    }
}
