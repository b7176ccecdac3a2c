using System.Runtime.CompilerServices;

namespace Hooks.Generators.Tests.Emission;

/// <summary>The page on architecture shows what ten hooks become, and shows the truth.</summary>
public sealed class TenHooksTests
{
    private const string Start = "<!-- generated: ten hooks -->";
    private const string End = "<!-- /generated: ten hooks -->";

    private const string Source = """
        namespace Acme;

        public static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Priority = 1)] public static HookResult KnownTool(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall, Priority = 2, Tools = "@shell")] public static HookResult NoForcePush(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall, Priority = 3, Tools = "@shell")] public static HookResult NoDeletes(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall, Priority = 4, Tools = "mcp__*")] public static HookResult KnownServer(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall, Priority = 5)] public static ValueTask<HookResult> PolicyAsync(ToolCallContext call, CancellationToken token) => default;
            [Hook(HookPoint.BeforeToolCall, Priority = 6)] public static Task<HookResult> QuotaAsync(ToolCallContext call, CancellationToken token) => Task.FromResult(HookResult.Continue);
            [Hook(HookPoint.BeforeToolCall, Priority = 7)] public static HookResult Redact(ToolCallContext call) => HookResult.Modified;
            [Hook(HookPoint.BeforeToolCall, Priority = 8)] public static ValueTask WarmUpAsync(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall, Priority = 9)] public static void Count(HookContext moment) { }
        }

        public sealed class Audit(System.IO.TextWriter log)
        {
            [Hook(HookPoint.BeforeToolCall, Priority = HookPriority.Low, OnFailure = HookFailurePolicy.Block)]
            public void Write(ToolCallContext call) => log.WriteLine(call.ToolName);
        }
        """;

    [Fact]
    public void The_page_shows_the_chain_of_ten_hooks()
    {
        var page = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/architecture.md"));
        var text = File.ReadAllText(page).Replace("\r\n", "\n", StringComparison.Ordinal);
        var start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var shown = $"\n```csharp\n{Chain()}\n```\n";
        if (Environment.GetEnvironmentVariable("HOOKS_ACCEPT") == "1")
        {
            File.WriteAllText(page, text[..start] + shown + text[end..]);
            return;
        }

        Assert.True(text[start..end] == shown, "docs/architecture.md shows other code than ten hooks become; HOOKS_ACCEPT=1 renews it.");
    }

    private static string Chain()
    {
        var emitted = SnapshotTests.Emitted(Source, "namespace Acme; [HookTable] public sealed partial class AgentHooks;").Split('\n');
        var first = Array.FindIndex(emitted, line => line.Contains("private sealed class BeforeToolCallChain", StringComparison.Ordinal));
        var indent = emitted[first].Length - emitted[first].TrimStart().Length;
        var length = Array.FindIndex(emitted, first, line => line == new string(' ', indent) + "}") - first + 1;
        return string.Join('\n', emitted.Skip(first).Take(length).Select(line => line.Length > indent ? line[indent..] : string.Empty));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
