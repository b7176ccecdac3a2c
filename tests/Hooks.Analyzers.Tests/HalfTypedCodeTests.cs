using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Analyzers.Tests;

/// <summary>Analyzers run on every keystroke: no damage to a source may make one of them throw.</summary>
public class HalfTypedCodeTests
{
    private const string Source =
        """
        [HookPoint("deploy.before", Blocking = true, Allowed = HookResultKinds.Approval | HookResultKinds.Replace)]
        public sealed class DeployContext : CustomHookContext { public required string Target { get; init; } }

        public sealed class Guards(IServiceProvider services)
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "@shell|mcp__*", Priority = 10, Name = "push", OnFailure = HookFailurePolicy.Continue)]
            [Hook(HookPoint.ToolValidation, After = "redact", Before = "Guards.Log")]
            public async Task<HookResult> CheckAsync(ToolCallContext call, CancellationToken cancellationToken)
            {
                HookResult answer;
                answer = call.Arguments.TryGetString("command", out var command) ? HookResult.Ask(command) : default;
                foreach (var (name, value) in call.Arguments)
                {
                    if (value is string { Length: > 3 } text && services is not null)
                        call.Arguments[name] = text.Trim();
                }

                try
                {
                    await Task.Delay(1);
                    return call.ToolName switch { "rm" => HookResult.Cancel("no"), { Length: 3 } => answer, _ => Local() };
                }
                catch (Exception e) when (e.Message is { Length: > 0 } message)
                {
                    return message.Length > 3 ? HookResult.Retry(message) : HookResult.Modified;
                }
                finally
                {
                    call.Result ??= null;
                }

                HookResult Local() => HookResult.Fork([new("a", call.Arguments)]);
            }

            [Hook(HookPoint.AfterToolCall, Name = "redact")]
            internal static void Redact(HookContext context)
            {
                if (context is ToolCallContext { Arguments: var arguments } call)
                    (call.Result, arguments["x"]) = (null, 1);
            }

            [Hook<DeployContext>]
            internal static ValueTask<HookResult> Deploy(DeployContext deploy) => new(deploy.Target == "x" ? HookResult.Replace(1) : HookResult.Continue);

            internal static async Task FireAsync(HookDispatcher hooks, ToolCallContext call)
            {
                await hooks.BeforeToolCallAsync(call);
                var verdict = hooks.ToolValidation(call);
                _ = await hooks.FireAsync(HookPoint.BeforeToolCall, call);
            }
        }
        """;

    [Fact]
    public async Task NoRuleThrows()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var run = 0; run < 100; run++)
        {
            var damaged = Damage(Source, random);
            try
            {
                await Analysis.RunAsync(HookCompilation.Library(damaged), allowErrors: true);
            }
            catch (TestKitException exception)
            {
                Assert.Fail($"Seed {seed}, run {run}: {exception.Message}\n{damaged}");
            }
        }
    }

    private static string Damage(string source, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToList();
        for (var wounds = random.Next(1, 4); wounds > 0; wounds--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(3))
            {
                case 0:
                    tokens.RemoveRange(at, Math.Min(tokens.Count - at, random.Next(1, 6)));
                    break;
                case 1:
                    tokens.Insert(at, tokens[random.Next(tokens.Count)]);
                    break;
                default:
                    tokens[at] = tokens[random.Next(tokens.Count)];
                    break;
            }
        }

        return string.Concat(tokens);
    }
}
