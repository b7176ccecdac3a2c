using System.Net;
using Hooks.Commands.Http.Tests.Serving;

namespace Hooks.Commands.Http.Tests.Answering;

/// <summary>Whatever goes wrong where an agent waits for leave is a denial that it reads; elsewhere nothing is said.</summary>
public sealed class FailureTests
{
    private const int Limit = 4096;

    public static TheoryData<string> Malformed =>
        ["", "{", "[]", "null", "\"a\"", "{\"hook_event_name\":\"PreToolUse\"}{}", "{\"hook_event_name\":\"Stop\"}", "{\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\",\"tool_input\":5}"];

    [Theory, MemberData(nameof(Malformed))]
    public async Task A_malformed_payload(string payload)
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal(Payloads.Denied, await server.AnswerAsync("PreToolUse", payload));
        Assert.Equal("", await server.AnswerAsync("Notification", payload.Replace("PreToolUse", "Notification", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_payload_that_is_too_long(bool chunked)
    {
        await using var server = await RunningServer.StartAsync(maxInput: Limit);
        foreach (var (length, isTooLong) in new[] { (Limit, false), (Limit + 1, true), (20 * 1024 * 1024, true) })
        {
            var payload = Payloads.Shell("ls").PadRight(length);
            using var response = await server.PostAsync("/claude/PreToolUse", payload, request => request.Headers.TransferEncodingChunked = chunked ? true : null);
            Assert.Equal((HttpStatusCode.OK, isTooLong ? Payloads.Denied : ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        }

        Assert.Contains("longer than 4096 bytes", server.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 500\r\n\r\n{\"hook_event_name\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\n{\"ho\r\n")]
    public async Task A_payload_that_does_not_end_in_time(string rest)
    {
        await using var server = await RunningServer.StartAsync();
        using var client = await RawRequest.BeginAsync(server, "/claude/PreToolUse?deadline=500", rest);
        while (server.Clock.ArmedTimers == 0)
            await Task.Yield();

        server.Clock.Advance(TimeSpan.FromMilliseconds(500));

        var answer = await RawRequest.ReadAnswerAsync(client);
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.EndsWith(Payloads.Denied, answer, StringComparison.Ordinal);
        Assert.Contains("not there within 500 ms", server.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n{}\r\n0\r\n\r\n")]
    public async Task A_body_that_is_no_HTTP(string body)
    {
        await using var server = await RunningServer.StartAsync();
        using var client = await RawRequest.BeginAsync(server, "/claude/PreToolUse", "Transfer-Encoding: chunked\r\n\r\n" + body);

        Assert.EndsWith(Payloads.Denied, await RawRequest.ReadAnswerAsync(client), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hook_that_hangs(bool blocks)
    {
        await using var server = await RunningServer.StartAsync(atOnce: 1);
        var isIn = new TaskCompletionSource();
        using var leave = new ManualResetEventSlim();
        var left = new TaskCompletionSource();
        var calls = 0;
        server.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, async (_, _) =>
        {
            if (Interlocked.Increment(ref calls) > 1)
                return HookResult.Continue;
            isIn.SetResult();
            if (blocks)
                leave.Wait();
            else
                await left.Task;
            return HookResult.Continue;
        });
        var hung = server.PostAsync("/claude/PreToolUse?deadline=2000", Payloads.Shell("ls"));
        await isIn.Task;

        server.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Payloads.Denied, await (await hung).Content.ReadAsStringAsync());

        // It has its place until it returns; the next one waits for it, and is not let through.
        var next = server.PostAsync("/claude/PreToolUse?deadline=3000", Payloads.Shell("ls"));
        while (server.Clock.NextTimer is null)
            await Task.Yield();
        server.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(Payloads.Denied, await (await next).Content.ReadAsStringAsync());
        Assert.Contains("No other event ended within 3000 ms", server.Error, StringComparison.Ordinal);
        leave.Set();
        left.SetResult();
        Assert.Equal("", await server.AnswerAsync("PreToolUse", Payloads.Shell("ls")));
        Assert.Equal(2, calls);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999999")]
    public async Task A_deadline_that_is_none(string deadline)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.PostAsync("/claude/PreToolUse?deadline=" + deadline, Payloads.Shell("ls"));

        Assert.Equal(Payloads.Denied, await response.Content.ReadAsStringAsync());
        Assert.Contains($"'{deadline}' is not a number of milliseconds", server.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispatcher_that_is_gone()
    {
        await using var server = await RunningServer.StartAsync();
        await server.Dispatcher.DisposeAsync();

        Assert.Contains("\"deny\"", await server.AnswerAsync("PreToolUse", Payloads.Shell("ls")), StringComparison.Ordinal);
    }
}
