using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Hooks.Commands.Http;

/// <summary>A running server.</summary>
internal sealed class GuardServer : IAsyncDisposable
{
    private const int MostConnections = 1024;
    private const int MostHeaders = 1000;
    private const int LongestHeaders = 256 * 1024;
    private const int LongestRequestLine = 64 * 1024;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly KestrelServer _kestrel;
    private readonly RunningRequests _running;

    private GuardServer(KestrelServer kestrel, RunningRequests running, int port)
    {
        (_kestrel, _running) = (kestrel, running);
        Address = string.Create(CultureInfo.InvariantCulture, $"http://{IPAddress.Loopback}:{port}");
    }

    /// <summary>Where it is reached; the same port of ::1 is its own too, where there is one.</summary>
    public string Address { get; }

    /// <exception cref="SocketException">The port is not free.</exception>
    public static async Task<GuardServer> StartAsync(ServerSettings settings, HookDispatcher dispatcher, CommandHostOptions options, ServerRemarks remarks)
    {
        dispatcher.Reported = report =>
        {
            if (!EventRequest.TryTell(report))
                remarks.Say(report.Exception is { } error ? $"{report.Message}\n{error}" : report.Message);
        };
        var sockets = LoopbackSockets.Bind(settings.Port);
        var port = ((IPEndPoint)sockets[0].LocalEndPoint!).Port;
        var bound = sockets.ToDictionary(socket => socket.LocalEndPoint!);
        var kestrel = new KestrelServer(
            Options.Create(KestrelOptions(bound.Keys)),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions { CreateBoundListenSocket = endPoint => bound[endPoint] }), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);

        // A hook that blocks keeps its thread; deadlines and other requests need threads of their own, and at once.
        ThreadPool.GetMinThreads(out var workers, out var others);
        ThreadPool.SetMinThreads(Math.Max(workers, settings.AtOnce + (2 * Environment.ProcessorCount)), others);
        var running = new RunningRequests();
        try
        {
            await kestrel.StartAsync(new GuardApplication(port, settings, dispatcher, options, remarks, running), CancellationToken.None);
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }

        return new(kestrel, running, port);
    }

    /// <summary>Takes no more requests, and lets those that run be answered: each has a deadline, and is not to be taken for leave.</summary>
    public async Task StopAsync()
    {
        using var abort = new CancellationTokenSource();
        var stopped = _kestrel.StopAsync(abort.Token);
        await _running.EndAsync();

        // All answers are given; who has sent half a request and no more keeps nobody waiting.
        abort.CancelAfter(LastWords);
        await stopped;
        _kestrel.Dispose();
    }

    public ValueTask DisposeAsync() => new(StopAsync());

    private static KestrelServerOptions KestrelOptions(IEnumerable<EndPoint> endPoints)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxConcurrentConnections = MostConnections;
        options.Limits.RequestHeadersTimeout = HeadersTimeout;

        // Kestrel would answer with a status that agents take for leave: to headers beyond what anybody sends, and to bodies never, since one
        // that is too long or too slow is dealt with where it is read.
        options.Limits.MaxRequestHeaderCount = MostHeaders;
        options.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        options.Limits.MaxRequestLineSize = LongestRequestLine;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        foreach (var endPoint in endPoints)
            options.Listen(endPoint, listen => listen.Protocols = HttpProtocols.Http1);
        return options;
    }
}
