using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Hooks.Commands.Http.Tests.Serving;

/// <summary>A server on a free port, and a client that has its token.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    private readonly StringWriter _error;
    private readonly GuardServer _server;
    private bool _isStopped;

    private RunningServer(GuardServer server, HookDispatcher dispatcher, FakeClock clock, StringWriter error)
    {
        (_server, Dispatcher, Clock, _error) = (server, dispatcher, clock, error);
        Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new(server.Address) };
    }

    public HookDispatcher Dispatcher { get; }

    public FakeClock Clock { get; }

    public HttpClient Client { get; }

    public int Port => Client.BaseAddress!.Port;

    /// <summary>What people were told.</summary>
    public string Error => _error.ToString();

    public static async Task<RunningServer> StartAsync(int atOnce = 64, int maxInput = 1 << 20, string? log = null, HookDispatcher? dispatcher = null)
    {
        var clock = new FakeClock();
        var error = new StringWriter();
        dispatcher ??= GeneratedHooks.CreateDispatcher(new HookDispatcherOptions { DefaultTimeout = Timeout.InfiniteTimeSpan });
        var settings = new ServerSettings(0, BearerToken.Parse(Token, "the test"), TimeSpan.FromSeconds(8), atOnce);
        var options = new CommandHostOptions { TimeProvider = clock, MaxInputBytes = maxInput, LogPath = log };
        return new(await GuardServer.StartAsync(settings, dispatcher, options, new(error)), dispatcher, clock, error);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string payload, Action<HttpRequestMessage>? change = null) =>
        SendAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes(payload)), change);

    public Task<HttpResponseMessage> SendAsync(string path, HttpContent content, Action<HttpRequestMessage>? change = null)
    {
        content.Headers.ContentType ??= new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        change?.Invoke(request);
        return Client.SendAsync(request, HttpCompletionOption.ResponseContentRead);
    }

    /// <summary>The text of the answer to an event.</summary>
    public async Task<string> AnswerAsync(string eventName, string payload)
    {
        using var response = await PostAsync("/claude/" + eventName, payload);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public Task StopAsync()
    {
        _isStopped = true;
        return _server.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
            await StopAsync();
        Client.Dispose();
        await Dispatcher.DisposeAsync();
    }
}
