using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Hooks.Extensions.AI.Tests.Wire;

/// <summary>
/// A server on loopback that speaks OpenAI's chat completions, streaming and not, and answers from a script. It keeps every
/// request and every answer, so that a test can say what has gone over the wire.
/// </summary>
/// <remarks>The format: https://platform.openai.com/docs/api-reference/chat, and its streaming events.</remarks>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<WireReply> _script;
    private readonly List<WireRequest> _requests = [];
    private readonly List<string> _sent = [];
    private readonly Task _serving;

    private WireServer(HttpListener listener, Uri endpoint, IEnumerable<WireReply> script)
    {
        _listener = listener;
        _script = new(script);
        Endpoint = endpoint;
        _serving = ServeAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>The requests in the order in which they came.</summary>
    public IReadOnlyList<WireRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>The bodies of the answers, in order.</summary>
    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_sent)
                return [.. _sent];
        }
    }

    /// <summary>Everything that the server has been sent.</summary>
    public string Received => string.Join('\n', Requests.Select(request => request.Text));

    /// <summary>Starts a server with its answers; a request beyond them gets the status 400.</summary>
    public static WireServer Start(params WireReply[] script)
    {
        // A listener of HTTP cannot ask for any free port.
        for (var attempt = 0; ; attempt++)
        {
            var endpoint = new Uri($"http://127.0.0.1:{RandomNumberGenerator.GetInt32(20_000, 60_000)}/v1/");
            var listener = new HttpListener();
            listener.Prefixes.Add(endpoint.ToString());
            try
            {
                listener.Start();
                return new(listener, endpoint, script);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                listener.Close();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext exchange;
            try
            {
                exchange = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            try
            {
                await AnswerAsync(exchange);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client has left, which is its right.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext exchange)
    {
        using var reader = new StreamReader(exchange.Request.InputStream, Encoding.UTF8);
        var request = new WireRequest(exchange.Request.Url!.AbsolutePath, await reader.ReadToEndAsync());
        lock (_requests)
            _requests.Add(request);

        var reply = request.Path == "/v1/chat/completions" && _script.TryDequeue(out var next) ? next
            : new WireReply { Status = 400, Text = $"the script has no answer to this request of {request.Path}" };
        var response = exchange.Response;
        response.StatusCode = reply.Status;
        response.ContentType = request.IsStreaming && reply.Status == 200 ? "text/event-stream" : "application/json";
        response.SendChunked = true;
        foreach (var part in reply.ToParts(request))
        {
            lock (_sent)
                _sent.Add(part);
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(part));
            await response.OutputStream.FlushAsync();
        }

        response.Close();
    }
}
