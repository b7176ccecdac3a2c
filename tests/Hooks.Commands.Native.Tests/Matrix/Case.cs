using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hooks.Commands.Tests.Acceptors;
using Hooks.Commands.Tests.Acceptors.Claude;
using Hooks.Commands.Tests.Acceptors.Codex;
using Hooks.Commands.Tests.Acceptors.Copilot;
using Hooks.Commands.Tests.Acceptors.Cursor;
using Hooks.Commands.Tests.Acceptors.Gemini;

namespace Hooks.Commands.Native.Tests.Matrix;

/// <summary>One run of the guard, and what the agent has to make of it.</summary>
/// <param name="Agent">The agent, as <c>--host</c> names it.</param>
/// <param name="EventName">The event on the wire.</param>
/// <param name="Order">What the payload tells the hooks, <c>deny: no</c>; or what is done to the payload.</param>
/// <param name="Expected">What the agent does, as <see cref="HostAction.ToString"/> says it; a star stands for any text.</param>
internal sealed record Case(string Agent, string EventName, string Order, string Expected)
{
    /// <summary>The payload, if it is not the usual one with the order in it.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>The arguments, if they are not those of our configuration.</summary>
    public string? Arguments { get; init; }

    /// <summary>What has to stand on standard error.</summary>
    public string? Says { get; init; }

    /// <summary>Whether a hook of it holds up the whole program, which only a process of its own can bear.</summary>
    public bool Hangs => Order.StartsWith("hang:", StringComparison.Ordinal) || Order.StartsWith("block:", StringComparison.Ordinal) || Order.StartsWith("burn:", StringComparison.Ordinal);

    public string Name => $"{Agent} {EventName} {Order}";

    public string[] Args => (Arguments ?? $"--host {Agent} --event {EventName}{(Hangs ? " --deadline 300" : " --deadline 60000")}").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public byte[] Input => Payload ?? Encoding.UTF8.GetBytes(Payloads.Of(Agent, EventName, Order));

    /// <summary>
    /// What is wrong with a run; null if nothing is. It is judged twice, without and with the settings' switch that closes a gate
    /// when its hook fails: an answer has to mean the same either way.
    /// </summary>
    public string? Fault(int exitCode, byte[] output, string errors)
    {
        foreach (var closes in new[] { false, true })
        {
            var run = new HostRun(EventName, Parse(), exitCode, output, errors) { FailsClosed = closes };
            var action = Acceptor.Judge(run).ToString();
            if (!Regex.IsMatch(action, $"^{Regex.Escape(Expected).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline))
                return $"{Name}{(closes ? " (settings that fail closed)" : "")}\n  expected {Expected}\n  but it   {action}\n  exit {exitCode}, output: {Encoding.UTF8.GetString(output)}\n  errors: {errors}";
        }

        if (Says is not null && !errors.Contains(Says, StringComparison.Ordinal))
            return $"{Name}\n  standard error lacks '{Says}': {errors}";
        return Encoding.UTF8.GetString(output).Contains("a detail for nobody", StringComparison.Ordinal) ? $"{Name}\n  tells of an exception: {Encoding.UTF8.GetString(output)}" : null;
    }

    private IHostAcceptor Acceptor => Agent switch
    {
        "claude" => new ClaudeAcceptor(),
        "codex" => new CodexAcceptor(),
        "gemini" => new GeminiAcceptor(),
        "copilot" => new CopilotAcceptor(),
        "cursor" => new CursorAcceptor(),
        _ => throw new InvalidOperationException($"There is no agent '{Agent}'."),
    };

    // The agent knows what it sent, even where the guard was given something broken.
    // What the agent knows of its call; where what it wrote was damaged on the way, of any call.
    private JsonElement Parse()
    {
        try
        {
            if (JsonDocument.Parse(Input).RootElement is { ValueKind: JsonValueKind.Object } root)
                return root;
        }
        catch (JsonException)
        {
        }

        return JsonDocument.Parse(Payloads.Of(Agent, EventName, "ls")).RootElement;
    }
}
