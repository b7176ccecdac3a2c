using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hooks.Commands.Http.Tests.Serving;

namespace Hooks.Commands.Http.Tests.Admitting;

/// <summary>Who has not the token, or comes by way of a browser, is refused before anything of a body is read.</summary>
public sealed class AdmittingTests
{
    public static TheoryData<string, HttpStatusCode> Refused => new()
    {
        { "no token", HttpStatusCode.Unauthorized },
        { "an empty token", HttpStatusCode.Unauthorized },
        { "a wrong token", HttpStatusCode.Unauthorized },
        { "a longer token", HttpStatusCode.Unauthorized },
        { "a shorter token", HttpStatusCode.Unauthorized },
        { "a token in capitals", HttpStatusCode.Unauthorized },
        { "another scheme", HttpStatusCode.Unauthorized },
        { "two tokens", HttpStatusCode.Unauthorized },
        { "a variable that was not put in", HttpStatusCode.Unauthorized },
        { "another host", HttpStatusCode.MisdirectedRequest },
        { "another port", HttpStatusCode.MisdirectedRequest },
        { "no port", HttpStatusCode.MisdirectedRequest },
        { "a host that begins as ours", HttpStatusCode.MisdirectedRequest },
        { "a page", HttpStatusCode.Forbidden },
        { "a page without a name", HttpStatusCode.Forbidden },
        { "a form", HttpStatusCode.UnsupportedMediaType },
        { "plain text", HttpStatusCode.UnsupportedMediaType },
        { "no content type", HttpStatusCode.UnsupportedMediaType },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task Refused_is_denied_at_a_gate_and_an_error_elsewhere_and_no_hook_runs(string who, HttpStatusCode status)
    {
        await using var server = await RunningServer.StartAsync();
        var calls = 0;
        server.Dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ =>
        {
            calls++;
            return HookResult.Continue;
        });
        server.Dispatcher.Observe<NotificationContext>(HookPoint.Notification, (_, _) =>
        {
            calls++;
            return default;
        });

        using var gate = await server.PostAsync("/claude/PreToolUse", Payloads.Shell("ls"), request => Make(who, request, server.Port));
        using var notice = await server.PostAsync("/claude/Notification", Payloads.Of("Notification", ""), request => Make(who, request, server.Port));

        Assert.Equal((HttpStatusCode.OK, Payloads.Denied), (gate.StatusCode, await gate.Content.ReadAsStringAsync()));
        Assert.Equal(status, notice.StatusCode);
        Assert.DoesNotContain("{", await notice.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, calls);
        Assert.Contains("Refused", server.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningServer.Token, server.Error, StringComparison.OrdinalIgnoreCase);
        Assert.False(gate.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LocalHost")]
    [InlineData("[::1]")]
    public async Task These_names_are_its_own(string name)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.PostAsync("/claude/PreToolUse", Payloads.Shell("deny: no"), request => request.Headers.Host = $"{name}:{server.Port}");

        Assert.Contains("\"no\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_loopback_address_is_its_own_too()
    {
        if (!System.Net.Sockets.Socket.OSSupportsIPv6)
            return;
        await using var server = await RunningServer.StartAsync();

        using var response = await server.PostAsync("/claude/PreToolUse", Payloads.Shell("deny: no"), request => request.RequestUri = new($"http://[::1]:{server.Port}/claude/PreToolUse"));

        Assert.Contains("\"no\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    [InlineData("DELETE")]
    public async Task Events_are_posted(string method)
    {
        await using var server = await RunningServer.StartAsync();

        using var response = await server.PostAsync("/claude/PreToolUse", Payloads.Shell("ls"), request => request.Method = new(method));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Refusals_fill_no_terminal()
    {
        await using var server = await RunningServer.StartAsync();
        for (var i = 0; i < 100; i++)
            (await server.PostAsync("/claude/PreToolUse", "{}", request => request.Headers.Authorization = null)).Dispose();

        Assert.Equal(7, server.Error.Split('\n').Count(line => line.Contains("Refused", StringComparison.Ordinal)));
        Assert.Contains("Refused 64 times: The token", server.Error, StringComparison.Ordinal);
    }

    private static void Make(string who, HttpRequestMessage request, int port)
    {
        var headers = request.Headers;
        switch (who)
        {
            case "no token": headers.Authorization = null; break;
            case "an empty token": Authorize("Bearer "); break;
            case "a wrong token": Authorize("Bearer " + new string('0', RunningServer.Token.Length)); break;
            case "a longer token": Authorize($"Bearer {RunningServer.Token}0"); break;
            case "a shorter token": Authorize("Bearer " + RunningServer.Token[..^1]); break;
            case "a token in capitals": Authorize("Bearer " + RunningServer.Token.ToUpperInvariant()); break;
            case "another scheme": Authorize("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(":" + RunningServer.Token))); break;
            case "two tokens": headers.TryAddWithoutValidation("Authorization", $"Bearer {RunningServer.Token}"); break;
            case "a variable that was not put in": Authorize(HttpAddress.Authorization); break;
            case "another host": headers.Host = $"guard.example:{port}"; break;
            case "another port": headers.Host = $"127.0.0.1:{port ^ 1}"; break;
            case "no port": headers.Host = "127.0.0.1"; break;
            case "a host that begins as ours": headers.Host = $"127.0.0.1.guard.example:{port}"; break;
            case "a page": headers.Add("Origin", $"http://127.0.0.1:{port}"); break;
            case "a page without a name": headers.Add("Origin", "null"); break;
            case "a form": request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded"); break;
            case "plain text": request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain"); break;
            case "no content type": request.Content!.Headers.ContentType = null; break;
            default: throw new ArgumentException(who, nameof(who));
        }

        void Authorize(string value)
        {
            headers.Authorization = null;
            headers.TryAddWithoutValidation("Authorization", value);
        }
    }
}
