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
    private Host? _host;
    private HostEvent? _event;
    private volatile HostPayload? _payload;
    private int _exitCode;

    /// <summary>Whether an event that was recorded is run again: it is not logged, and the hooks are needed for the next one. False unless set.</summary>
    public bool IsReplay { get; init; }

    /// <summary>The agent; null if it could not be told.</summary>
    public Host? Host => _host;

    /// <summary>The event; null if it is not known.</summary>
    public string? EventName { get; private set; }

    /// <summary>What the hooks have decided, or what stands for it.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>What went wrong; null if nothing did.</summary>
    public string? Failure { get; private set; }

    public Invocation(CommandLine line, HookDispatcher dispatcher, CommandHostOptions options)
    {
        _line = line;
        _dispatcher = dispatcher;
        _options = options;
        _started = options.TimeProvider.GetTimestamp();
        var error = options.Error ?? new StandardError();
        _gate = new(options.Output ?? StandardStream.Output, error);
        if (options.Output is null)
            Console.SetOut(error);
    }

    public async Task<int> RunAsync()
    {
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
            failure = error is PayloadException ? error.Message : error.ToString();
            decision = Decision.Failed();
        }

        Answer(decision, failure);
        if (!IsReplay)
            await EndAsync();
        return _exitCode;
    }

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
            throw new PayloadException($"The payload is of the event '{said}', but the command was started for '{name}'.");
        return new(_host.Agent, name, root);
    }

    // A payload without the event's name may have a 'type' of its own.
    private static bool IsRawEvent(JsonElement root) => HostPayload.Text(root, "hook_event_name") is null;

    private async Task<Decision> ObserveUnknownAsync(HostPayload payload)
    {
        _gate.Say($"{_host!.Table.DisplayName} has no event '{payload.EventName}' that this version knows; no point stands for it.");
        await _dispatcher.FireAsync(ContextReader.ReadEvent(payload), _deadline.Token);
        return new(DecisionKind.None, null);
    }

    private async Task<Decision> DecideAsync(HostEvent hostEvent, HostPayload payload)
    {
        var host = _host!;
        var parent = ContextReader.ReadEvent(payload);
        await _dispatcher.FireAsync(parent, _deadline.Token);
        var chain = new EventChain(_dispatcher, host) { Observed = (point, error) => _gate.Say($"A hook at {point} failed: {error}") };
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
            failure = error.ToString();
            reply = Refusal();
            decision = Decision.Failed();
        }

        TryAnswer(reply);
        if (failure is not null)
            _gate.Say(failure);
        (EventName, Decision, Failure) = (_payload?.EventName ?? _line.EventName, decision, failure);
        if (!IsReplay)
            InvocationLog.Add(_options, _gate, _host, EventName, decision, _options.TimeProvider.GetElapsedTime(_started), failure);
    }

    private bool TryAnswer(HostReply reply)
    {
        try
        {
            if (!_gate.TryAnswer(reply))
                return false;
            _exitCode = reply.ExitCode;
        }
        catch (IOException error)
        {
            // What could not be written is not known to the agent; that the exit code 2 is no, all five know.
            _exitCode = _event is { IsGate: true } ? 2 : 1;
            _gate.Say(error.Message);
        }

        return true;
    }

    private HostReply Refusal()
    {
        try
        {
            return Reply(Decision.Failed());
        }
        catch (Exception)
        {
            // The payload is what cannot be answered: there is a refusal for the case that none could be read.
            _payload = null;
            return Reply(Decision.Failed());
        }
    }

    private HostReply Reply(Decision decision)
    {
        if (_host is not null && _event is not null)
            return decision.IsFailure && !_event.IsGate ? HostReply.Silent : _host.Answer(_event, _payload, decision);

        // An event that nobody knows can be told nothing; one that could not even be read may be a gate.
        return decision.IsFailure && (_host is null || _line.EventName is null)
            ? new() { ExitCode = 2, Error = Decision.GenericReason }
            : HostReply.Silent;
    }

    private void EndInTime()
    {
        if (_gate.IsAnswered)
            return;
        var reply = Refusal();
        if (!TryAnswer(reply))
            return;
        _gate.Say($"The hooks have not decided within {_line.Deadline!.Value.TotalMilliseconds:0} ms.");
        InvocationLog.Add(_options, _gate, _host, _line.EventName, Decision.Failed(), _options.TimeProvider.GetElapsedTime(_started), "deadline");
        _deadline.Cancel();

        // A hook that hangs would keep the process until the agent kills it, and take that for leave.
        if (_options.Output is null)
            Environment.Exit(_exitCode);
    }

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
