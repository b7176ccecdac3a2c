using System.Net;
using System.Net.Sockets;

namespace Hooks.Commands.Http.Tests.Serving;

/// <summary>A server that is told to stop answers what runs, and takes nothing new.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task What_runs_is_answered()
    {
        await using var server = await RunningServer.StartAsync();
        var isIn = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        server.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, async (_, _) =>
        {
            isIn.TrySetResult();
            await leave.Task;
            return HookResult.Cancel("decided");
        });
        var running = server.AnswerAsync("PreToolUse", Payloads.Shell("ls"));
        await isIn.Task;

        var stopping = server.StopAsync();

        Assert.False(stopping.IsCompleted);
        leave.SetResult();
        Assert.Contains("\"decided\"", await running, StringComparison.Ordinal);
        await stopping;
        await Assert.ThrowsAsync<HttpRequestException>(() => server.AnswerAsync("PreToolUse", Payloads.Shell("ls")));
    }

    [Fact]
    public async Task What_never_ends_is_denied_and_does_not_keep_it()
    {
        await using var server = await RunningServer.StartAsync();
        var isIn = new TaskCompletionSource();
        server.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, async (_, _) =>
        {
            isIn.TrySetResult();
            await new TaskCompletionSource().Task;
            return HookResult.Continue;
        });
        var running = server.AnswerAsync("PreToolUse", Payloads.Shell("ls"));
        await isIn.Task;
        var stopping = server.StopAsync();

        server.Clock.Advance(TimeSpan.FromSeconds(8));

        await stopping;
        Assert.Equal(Payloads.Denied, await running);
    }

    [Fact]
    public async Task Half_a_request_keeps_nobody_waiting()
    {
        await using var server = await RunningServer.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port);
        var stream = client.GetStream();
        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nPOST /claude/PreToolUse HT"u8.ToArray());
        Assert.NotEqual(0, await stream.ReadAsync(new byte[1]));

        await server.StopAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_port_is_had_by_one_alone_and_on_both_addresses()
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Throws<SocketException>(() => LoopbackSockets.Bind(server.Port));

        using var other = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        other.Listen();
        Assert.Throws<SocketException>(() => LoopbackSockets.Bind(((IPEndPoint)other.LocalEndPoint!).Port));
    }
}
