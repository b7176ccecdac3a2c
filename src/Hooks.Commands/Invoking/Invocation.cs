using System.Text;
using System.Text.Json;
using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>One start of the command by an agent: input, hooks, answer.</summary>
internal sealed class Invocation
{
    private readonly CommandLine _line;
    private readonly HookDispatcher _dispatcher;
    private readonly CommandHostOptions _options;
    private readonly AnswerGate _gate;
    private readonly CancellationTokenSource _deadline = new();
    private readonly long _started;
    private readonly List<string> _failures = [];
    private volatile Exception? _thrown;
    private Host? _host;
    private HostEvent? _event;
    private volatile HostPayload? _payload;
    private int _exitCode;
    private bool _wasGuarded;

    /// <summary>Whether an event that was recorded is run again: it is not logged, and the hooks are needed for the next one. False unless set.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Whether the hooks are needed for more events, as in a server. False unless set.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Takes the reply in place of the output.</summary>
    public Action<HostReply>? Answered { init => _gate.Answered = value; }

    /// <summary>The agent; null if it could not be told.</summary>
    public Host? Host => _host;

    /// <summary>The event; null if it is not known.</summary>
    public string? EventName { get; private set; }

    /// <summary>What the hooks have decided, or what stands for it.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>What went wrong, in order: hooks that failed, and the input or the answer.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (_failures)
                return [.. _failures];
        }
    }

    public Invocation(CommandLine line, HookDispatcher dispatcher, CommandHostOptions options)
    {
        _line = line;
        _dispatcher = dispatcher;
        _options = options;
        _started = options.TimeProvider.GetTimestamp();
        var error = options.Error ?? new StandardError();
        _gate = new(options.Output ?? StandardStream.TakeOutput(), error);
        if (options.Output is null)
            Console.SetOut(error);
    }

    public async Task<int> RunAsync()
    {
        if (!IsOneOfMany)
            _dispatcher.Reported = Take;
        if (_options.Output is null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => EndEarly();
            AppDomain.CurrentDomain.UnhandledException += (_, thrown) => EndThrown(thrown.ExceptionObject);
        }

        using var timer = _line.Deadline is { } time ? _options.TimeProvider.CreateTimer(_ => EndInTime(), null, time, Timeout.InfiniteTimeSpan) : null;
        _host = _line.Agent is { } agent ? Host.Of(agent) : null;
        _event = _line.EventName is { } name ? _host?.Table.Find(name) : null;
        Decision decision;
        string? failure = null;
        try
        {
            if (_line.Mistake is { } mistake)
                throw new PayloadException(mistake);
            var payload = _payload = ReadPayload();
            decision = _event is null ? await ObserveUnknownAsync(payload) : await DecideAsync(_event, payload);
        }
        catch (Exception error)
        {
            failure = Told(error);
            decision = Failed();
        }

        Answer(decision, failure);
        if (!IsReplay && !IsOneOfMany)
            await EndAsync();
        return _exitCode;
    }

    private bool IsGuarded => _event is not null && (_wasGuarded || HookedEvents.IsGuarded(_event, _dispatcher));

    private HostPayload ReadPayload()
    {
        var root = _line.Payload is { } text
            ? InputReader.Parse(Encoding.UTF8.GetBytes(text))
            : InputReader.Read(_options.Input ?? StandardStream.Input, _options.MaxInputBytes);
        _host ??= HostDetection.Find(root) is { } agent
            ? Host.Of(agent)
            : throw new PayloadException("No known agent writes such a payload; give --host and --event.");
        var said = HostPayload.Text(root, "hook_event_name") ?? HostPayload.Text(root, "type");
        var name = _line.EventName ?? said ?? throw new PayloadException("The payload names no event; give --event.");
        _event ??= _host.Table.Find(name);
        if (said is not null && said != name && _event?.IsNamed(said) != true && !IsRawEvent(root))
        {
            // The agent waits at the event that it names, whatever the settings say, and reads a denial in the form of that one only.
            if (_host.Table.Find(said) is { IsGate: true } gate && (!IsGuarded || HookedEvents.IsGuarded(gate, _dispatcher)))
                _event = gate;
            throw new PayloadException($"The payload is of the event '{said}', but the command was started for '{name}'.");
        }

        return new(_host.Agent, name, root);
    }

    // A payload without the event's name may have a 'type' of its own.
    private static bool IsRawEvent(JsonElement root) => HostPayload.Text(root, "hook_event_name") is null;

    private async Task<Decision> ObserveUnknownAsync(HostPayload payload)
    {
        _gate.Say($"{_host!.Table.DisplayName} has no event '{payload.EventName}' that this version knows; no point stands for it.");
        await _dispatcher.FireAsync(ContextReader.ReadEvent(payload), CustomPoints.OfEvent, _deadline.Token);
        return new(DecisionKind.None, null);
    }

    private async Task<Decision> DecideAsync(HostEvent hostEvent, HostPayload payload)
    {
        var host = _host!;
        var parent = ContextReader.ReadEvent(payload);

        // A hook may take itself, or another, away while it runs.
        _wasGuarded = IsGuarded;
        await _dispatcher.FireAsync(parent, CustomPoints.OfEvent, _deadline.Token);
        var chain = new EventChain(_dispatcher);
        return await chain.FireAsync(hostEvent, host.ReadContext(hostEvent, parent), _deadline.Token);
    }

    private void Answer(Decision decision, string? failure)
    {
        HostReply reply;
        try
        {
            reply = Reply(decision);
        }
        catch (Exception error)
        {
            failure = Told(error);
            reply = Refusal();
            decision = Failed();
        }

        var isFirst = TryAnswer(reply);
        if (failure is not null)
            Fail(failure);
        (EventName, Decision) = (_payload?.EventName ?? _line.EventName, decision);
        if (isFirst && !IsReplay)
            InvocationLog.Add(_options, _gate, _host, EventName, decision, _options.TimeProvider.GetElapsedTime(_started), AllFailures());
    }

    private HostReply Refusal()
    {
        try
        {
            return Reply(Failed());
        }
        catch (Exception)
        {
            // The payload is what cannot be answered: there is a refusal for the case that none could be read.
            _payload = null;
            return Reply(Failed());
        }
    }

    // What stands for a decision that could not be made: no, where the agent waits for leave.
    private Decision Failed() => IsSilentOnFailure ? new(DecisionKind.None, null) { IsFailure = true } : Decision.Failed();

    // An event that nobody knows can be told nothing; one that could not even be read may be a gate.
    private bool IsSilentOnFailure => _host is not null && (_event is null ? _line.EventName is not null : !IsGuarded);

    private HostReply Reply(Decision decision)
    {
        if (decision.IsFailure && IsSilentOnFailure)
            return HostReply.Silent;
        if (_host is not null && _event is not null)
            return _host.Answer(_event, _payload, decision);
        return decision.IsFailure ? new() { ExitCode = 2, Error = Decision.GenericReason } : HostReply.Silent;
    }

    private bool TryAnswer(HostReply reply)
    {
        // The exit code is part of the answer: who comes second finds it.
        lock (_gate)
        {
            try
            {
                if (!_gate.TryAnswer(reply))
                    return false;
                _exitCode = reply.ExitCode;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                // What a gate cannot say it can still deny: all agents take this exit code for that.
                _exitCode = _event is not null && !IsGuarded ? 0 : 2;
                Fail($"The answer cannot be written: {error.Message}");
            }

            return true;
        }
    }

    private void EndInTime()
    {
        var time = $"within {_line.Deadline!.Value.TotalMilliseconds:0} ms";
        if (TryRefuse($"The hooks have not decided {time}.", "deadline"))
            _deadline.Cancel();
        else if (_options.Output is null)
            _gate.Say($"The answer is given; what runs in the background has not ended {time}.");

        // A hook that hangs would keep the process until the agent kills it, and take that for leave, whatever was answered.
        if (_options.Output is null)
            Environment.Exit(_exitCode);
    }

    // A hook, or a library of one, ends the process; agents take silence for leave.
    private void EndEarly()
    {
        if (TryRefuse("The process was ended before the hooks had decided.", "ended"))
            Environment.ExitCode = _exitCode;
    }

    // Thrown on a thread of a hook's own, where nobody can catch it; a crash is leave to most agents.
    private void EndThrown(object error)
    {
        Fail(error.ToString() ?? "An exception that nobody caught.");
        EndEarly();
        Environment.Exit(_exitCode);
    }

    private bool TryRefuse(string what, string cause)
    {
        if (!TryAnswer(Refusal()))
            return false;
        _gate.Say(what);
        InvocationLog.Add(_options, _gate, _host, _payload?.EventName ?? _line.EventName, Failed(), _options.TimeProvider.GetElapsedTime(_started), AllFailures() is { } failures ? $"{cause}; {failures}" : cause);
        return true;
    }

    /// <summary>What hooks do wrong the dispatcher deals with, and tells nobody but those who listen. Of many events, their server says whose it is.</summary>
    public void Take(HookReport report)
    {
        var text = report.Exception is { } error ? $"{report.Message}\n{error}" : report.Message;
        _thrown = report.Exception ?? _thrown;
        if (report.Kind is HookReportKind.Failed or HookReportKind.Refused or HookReportKind.Rejected or HookReportKind.ApproverFailed or HookReportKind.ListenerFailed)
            Fail(text);
        else
            _gate.Say(text);
    }

    private void Fail(string failure)
    {
        lock (_failures)
            _failures.Add(failure);
        _gate.Say(failure);
    }

    private string? AllFailures() => Failures is { Count: > 0 } failures ? string.Join("; ", failures) : null;

    // What a hook throws whose failure policy is to throw has been told already.
    private string? Told(Exception error) => error is PayloadException ? error.Message : ReferenceEquals(error, _thrown) ? null : error.ToString();

    private async ValueTask EndAsync()
    {
        try
        {
            await _dispatcher.DisposeAsync();
        }
        catch (Exception error)
        {
            _gate.Say("A hook object could not be disposed: " + error.Message);
        }
    }
}
