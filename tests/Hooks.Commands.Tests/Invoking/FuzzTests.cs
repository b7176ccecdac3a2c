using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Invoking;

/// <summary>Payloads that were damaged in every way, against hooks that deny everything: nothing but denials may come out.</summary>
public class FuzzTests
{
    private const int Payloads = 100_000;

    private static readonly (string Args, string Payload)[] Seeds =
    [
        ("--host claude --event PreToolUse", """{"session_id":"s","transcript_path":"/t","cwd":"/r","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"deny: no","timeout":5,"nested":{"a":[1,2,{"b":null}]}},"tool_use_id":"u"}"""),
        ("--host codex --event PreToolUse", """{"session_id":"s","turn_id":"t","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"deny: no"}}"""),
        ("--host gemini --event BeforeTool", """{"session_id":"s","timestamp":"2026-01-01T00:00:00Z","hook_event_name":"BeforeTool","tool_name":"run_shell_command","tool_input":{"command":"deny: no"}}"""),
        ("--host copilot --event PreToolUse", """{"session_id":"s","timestamp":"2026-01-01T00:00:00Z","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"deny: no"}}"""),
        ("--host cursor --event preToolUse", """{"conversation_id":"c","generation_id":"g","hook_event_name":"preToolUse","cursor_version":"3","tool_name":"Shell","tool_input":{"command":"deny: no"}}"""),
        ("--host claude --event UserPromptSubmit", """{"session_id":"s","hook_event_name":"UserPromptSubmit","prompt":"deny: \u00e4\ud83d\ude00"}"""),
    ];

    private static readonly string[] Pieces = ["{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e999", "\\u0000", "\\ud800", "\"tool_name\":\"Read\",", "\"hook_event_name\":\"Stop\",", "\uFEFF", new('[', 200), "-", "//", "\0"];

    [Fact]
    public async Task Damaged_payloads_are_denied_and_nothing_else()
    {
        var random = new Random(20261121);
        for (var at = 0; at < Payloads; at++)
        {
            var (args, seed) = Seeds[at % Seeds.Length];
            var payload = Damage(Encoding.UTF8.GetBytes(seed), random);
            await using var dispatcher = new HookDispatcher(new NoHooks());
            dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, static _ => HookResult.Cancel("no"));
            dispatcher.Register<TurnContext>(HookPoint.BeforeTurn, static _ => HookResult.Cancel("no"));

            var run = await Command.RunAsync(args, payload, dispatcher);

            Assert.True(IsDenial(run), $"{args}\n{Encoding.UTF8.GetString(payload)}\n-> {run.ExitCode} {run.Output}");
        }
    }

    private static bool IsDenial(Command run)
    {
        if (run.ExitCode != 0)
            return false;
        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        return Text(root, "decision") is "block" or "deny" || Text(root, "permissionDecision") == "deny" || Text(root, "permission") == "deny"
            || (root.TryGetProperty("hookSpecificOutput", out var specific) && Text(specific, "permissionDecision") == "deny");
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[] Damage(byte[] payload, Random random)
    {
        var bytes = payload.ToList();
        for (var times = random.Next(4); times >= 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4 when at < bytes.Count:
                    bytes.AddRange(bytes.GetRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)));
                    break;
                default:
                    bytes.Insert(at, (byte)random.Next(32, 127));
                    break;
            }
        }

        return [.. bytes];
    }

    private sealed class NoHooks() : HookTable([], [])
    {
        protected override IReadOnlyList<HookChain> CreateChains() => [];
    }
}
