using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Hooks.Commands.Http;

/// <summary>Answers events over HTTP on the loopback addresses until it is told to stop.</summary>
/// <param name="stopping">Tells it to stop, beside the signals of the system.</param>
internal sealed class ServeVerb(CancellationToken stopping) : Verb("serve", "answers events over HTTP on this machine, for agents that have http handlers")
{
    private const int MostAtOnce = 1024;

    protected override string Usage => "[--port N] [--token-file FILE] [--deadline MS] [--at-once N]";

    protected override IReadOnlyList<VerbOption> Options =>
    [
        new("--port", "N", "the port on 127.0.0.1 and ::1; any free one unless given, which is printed"),
        new("--token-file", "FILE", $"holds the token that requests carry, and is made if it is not there; the variable {BearerToken.Variable} unless given"),
        new("--deadline", "MS", "how long the hooks may take, for requests that do not say; 8000 unless given"),
        new("--at-once", "N", "how many events run beside each other, while others wait; 64 unless given"),
    ];

    protected override string Remarks =>
        "An agent posts its payload to http://127.0.0.1:PORT/HOST/EVENT with 'Authorization: Bearer TOKEN'.\n"
        + "config --host claude --http http://127.0.0.1:PORT writes settings that do so. Ctrl+C and SIGTERM let running events end.";

    protected override async ValueTask<bool> RunAsync(VerbArguments arguments, VerbScene scene)
    {
        var settings = new ServerSettings(
            Number(arguments, "--port", 0, 0, ushort.MaxValue),
            TokenOf(arguments, scene),
            TimeSpan.FromMilliseconds(Number(arguments, "--deadline", 8000, 1, EventPath.MostMilliseconds)),
            Number(arguments, "--at-once", 64, 1, MostAtOnce));
        var remarks = new ServerRemarks(scene.Error);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        GuardServer server;
        try
        {
            server = await GuardServer.StartAsync(settings, scene.Dispatcher, scene.Options, remarks);
        }
        catch (SocketException error)
        {
            scene.Note($"Port {settings.Port} of 127.0.0.1 and ::1 cannot be had: {error.Message}");
            return false;
        }

        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        Print($"Listening on {server.Address}\n", scene);

        // Once for all requests: what hooks print is for people, and answers go to sockets.
        if (scene.Options.Output is null)
            Console.SetOut(Console.Error);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stop.Token.Register(stopped.SetResult))
            await stopped.Task;
        await server.StopAsync();
        return true;

        void Stop(PosixSignalContext signal)
        {
            // The second one ends the process at once.
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    private static BearerToken TokenOf(VerbArguments arguments, VerbScene scene)
    {
        if (arguments["--token-file"] is { } path)
        {
            var token = BearerToken.FromFile(path, out var isNew);
            if (isNew)
                scene.Note($"{path}: a new token. Agents get it from the variable {BearerToken.Variable}.");
            return token;
        }

        return Environment.GetEnvironmentVariable(BearerToken.Variable) is { Length: > 0 } text
            ? BearerToken.Parse(text, "the variable " + BearerToken.Variable)
            : throw arguments.Mistake($"needs --token-file FILE, or the token in the variable {BearerToken.Variable}: without one every program on this machine could ask the hooks");
    }

    private static int Number(VerbArguments arguments, string option, int usual, int least, int most) => arguments[option] is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw arguments.Mistake($"cannot take '{text}' for {option}; give a number from {least} to {most}");
}
