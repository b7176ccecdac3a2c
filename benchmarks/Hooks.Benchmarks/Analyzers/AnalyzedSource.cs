using System.Globalization;
using System.Text;

namespace Hooks.Benchmarks.Analyzers;

/// <summary>
/// The files of a program of 1,000 hooks and 10,000 methods: in each file a class with a hook, nine methods as programs have
/// them, a record, and a class that fires a point. The hooks are of ten kinds, at ten points; 400 of them are at one point.
/// </summary>
internal static class AnalyzedSource
{
    public const int Files = 1000;

    /// <summary>What makes a program of them.</summary>
    public const string Program = """
        using System;
        using System.Threading.Tasks;

        namespace Sample;

        internal static class Program
        {
            private static async Task Main()
            {
                await using var hooks = GeneratedHooks.CreateDispatcher(new Services());
                Console.WriteLine(hooks.Table.ToText());
            }

            private sealed class Services : IServiceProvider
            {
                public object? GetService(Type serviceType) => null;
            }
        }
        """;

    private static readonly string[] Hooks =
    [
        """
            [Hook(HookPoint.BeforeToolCall, Name = "no-force-push-#", Tools = "@shell", OnFailure = HookFailurePolicy.Block)]
            public static HookResult Check(ToolCallContext call)
            {
                if (!call.Arguments.TryGetString("command", out var command))
                    return HookResult.Continue;
                foreach (var line in command.Split('\n'))
                {
                    if (line.StartsWith("git push", StringComparison.Ordinal) && line.Contains("--force"))
                        return HookResult.Cancel($"force-push is not allowed: {line}");
                }

                return HookResult.Continue;
            }
        """,
        """
            [Hook(HookPoint.BeforeToolCall, Name = "ask-#", Tools = "send_*|mcp__mail__*", Priority = 10)]
            public static HookResult Ask(ToolCallContext call) =>
                call.Arguments.TryGetStrings("to", out var people) && people.Count > 3 ? HookResult.Ask($"{people.Count} people") : HookResult.Continue;
        """,
        """
            [Hook(HookPoint.BeforeToolCall, Name = "normalise-#", Tools = "@edit|@read", Priority = HookPriority.High)]
            public static HookResult Normalise(ToolCallContext call)
            {
                var path = call.Arguments.GetString("path", "");
                var normal = path.Replace('\\', '/');
                if (normal == path)
                    return HookResult.Continue;
                call.Arguments["path"] = normal;
                return HookResult.Modified;
            }
        """,
        """
            [Hook(HookPoint.BeforeToolCall, Name = "policy-#", Priority = -10)]
            public static async Task<HookResult> PolicyAsync(ToolCallContext call, CancellationToken cancellationToken)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), cancellationToken);
                var allowed = await Service#.IsAllowedAsync(call.ToolName, cancellationToken).ConfigureAwait(false);
                return allowed ? HookResult.Continue : HookResult.Cancel($"{call.ToolName} is not allowed");
            }
        """,
        """
            [Hook(HookPoint.AfterToolCall, Name = "audit-#")]
            public static void Audit(ToolCallContext call) =>
                Console.WriteLine($"{call.Time:O} {call.ToolName} {call.Outcome} {call.ErrorMessage}");
        """,
        """
            [Hook(HookPoint.ToolResultReady, Name = "shorten-#", Priority = HookPriority.Low)]
            public static HookResult Shorten(ToolCallContext call)
            {
                if (call.Result is not string { Length: > 1000 } text)
                    return HookResult.Continue;
                call.Result = text[..1000];
                return HookResult.Modified;
            }
        """,
        """
            [Hook(HookPoint.BeforeModelCall, Name = "budget-#")]
            public HookResult Budget(ModelCallContext call) => call.Messages.Sum(message => message.Content.Length) switch
            {
                > 1_000_000 => HookResult.Cancel($"too long at {clock.GetUtcNow()}"),
                > 100_000 => HookResult.Redirect("large"),
                _ => HookResult.Continue,
            };
        """,
        """
            [Hook(HookPoint.ToolError, Name = "retry-#", Tools = "@fetch")]
            public static HookResult Retry(ToolCallContext call)
            {
                try
                {
                    if (call.Error is TimeoutException && call.Attempt < 3)
                        return HookResult.Retry(call.ErrorMessage, TimeSpan.FromSeconds(call.Attempt));
                }
                finally
                {
                    call.Items["tried"] = call.Attempt;
                }

                return HookResult.Continue;
            }
        """,
        """
            [Hook(HookPoint.SessionStart, Name = "greet-#")]
            public static async ValueTask GreetAsync(SessionContext session, CancellationToken cancellationToken)
            {
                var text = await Service#.GreetingAsync(session.SessionId ?? "", cancellationToken);
                if (text.Length > 0)
                    session.AddContext(text);
            }
        """,
        """
            [Hook(HookPoint.SessionEnd, Name = "watch-#")]
            [Hook(HookPoint.AfterTurn, Name = "watch-#")]
            [Hook(HookPoint.Notification, Name = "watch-#")]
            public static void Watch(HookContext context) => Service#.Seen.Add(context.CorrelationId ?? "none");
        """,
    ];

    /// <summary>How many hooks the generator has to find: a few methods are hooks at three points.</summary>
    public static int HookCount => Enumerable.Range(0, Files).Sum(file => Kind(file) == Hooks.Length - 1 ? 3 : 1);

    public static string PathOf(int file) => $"File{file:0000}.cs";

    /// <summary>One file.</summary>
    /// <param name="file">Its number.</param>
    /// <param name="edit">Changes the body of one of its methods.</param>
    public static string Text(int file, int edit = 0)
    {
        var text = new StringBuilder();
        text.Append("using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Text;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Hooks;\n\n");
        text.Append("namespace Sample.Part#;\n\ninternal sealed record Item#(string Name, int Count, decimal Price);\n\n");
        text.Append(IsStatic(file) ? "internal static class Hooks#\n{\n" : "internal sealed class Hooks#(TimeProvider clock)\n{\n").Append(Hooks[Kind(file)]);
        text.Append("\n}\n\ninternal static class Type#\n{\n");
        text.Append(OrdinaryCode.Methods.Replace("@", edit.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        text.Append("}\n\n").Append(OrdinaryCode.Service);
        return text.Replace("#", file.ToString(CultureInfo.InvariantCulture)).ToString();
    }

    private static bool IsStatic(int file) => !Hooks[Kind(file)].Contains("clock", StringComparison.Ordinal);

    private static int Kind(int file) => file % Hooks.Length;
}
