using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook114SynchronousRetriesTests
{
    private const string Id = "HOOK114";

    private const string Hooks =
        """
        [HookTable]
        internal sealed partial class AgentHooks;

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Priority = -10)]
            internal static HookResult Quick(ToolCallContext call) => HookResult.Cancel(call.ToolName);

            [Hook(HookPoint.BeforeToolCall, Name = "policy", Tools = "@shell", Retries = 2)]
            internal static HookResult Policy(ToolCallContext call) => HookResult.Cancel(call.ToolName);

            [Hook(HookPoint.BeforeToolCall, Name = "later", Background = true)]
            internal static Task Later(ToolCallContext call) => Task.CompletedTask;

            [Hook(HookPoint.AfterToolCall, Retries = 2, Background = true)]
            internal static void Log(ToolCallContext call) { }

            [Hook(HookPoint.ToolValidation, Retries = 0)]
            internal static HookResult Validate(ToolCallContext call) => HookResult.Cancel(call.ToolName);

            [Hook(HookPoint.SessionStart, Retries = 1)]
            internal static void Start(SessionContext session) { }

            [Hook(HookPoint.SessionStart)]
            internal static async Task Open(SessionContext session) => await Task.Yield();

            [Hook<DeployContext>(Retries = 1)]
            internal static HookResult Approve(DeployContext deploy) => HookResult.Cancel("no");
        }

        [HookPoint("deploy.before", Blocking = true)]
        public sealed class DeployContext : CustomHookContext;

        """;

    [Fact]
    public Task SynchronousEntryIsFoundWithTheFirstHookThatIsRepeated() => Expect.FindAsync(
        Id,
        Hooks + """
        static class Host
        {
            internal static bool May(HookDispatcher hooks, ToolCallContext call) => hooks.[|BeforeToolCall|](call).IsContinue;
        }
        """,
        "'BeforeToolCall' repeats the hook 'policy' at BeforeToolCall without a wait, so that what failed has no time to recover; await 'BeforeToolCallAsync', or remove Retries");

    [Fact]
    public Task CustomPointsToo() => Expect.FindAsync(
        Id,
        Hooks + """
        sealed class Host(HookDispatcher hooks)
        {
            internal HookResult Deploy(DeployContext deploy) => hooks?.[|Fire|](deploy) ?? default;
        }
        """);

    [Fact]
    public Task AsynchronousEntriesBackgroundHooksAndPointsWithoutRetriesAreFine() => Expect.NothingAsync(
        Id,
        Hooks + """
        static class Host
        {
            internal static async Task<bool> MayAsync(HookDispatcher hooks, ToolCallContext call, DeployContext deploy)
            {
                hooks.AfterToolCall(call);
                hooks.SessionEnd(new SessionContext());
                var verdict = await hooks.BeforeToolCallAsync(call);
                return verdict.IsContinue && (await hooks.FireAsync(deploy)).IsContinue && hooks.ToolValidation(call).IsContinue;
            }
        }
        """);

    [Fact]
    public async Task WhereTheEntryThrowsTheOtherRuleSaysSo()
    {
        const string Host = "static class Host { internal static void Start(HookDispatcher hooks, SessionContext session) => hooks.[|SessionStart|](session); }";

        await Expect.FindAsync("HOOK113", Hooks + Host);
        await Expect.NothingAsync(Id, Hooks + Host.Replace("[|", "").Replace("|]", ""));
    }

    [Fact]
    public Task MethodThatAsksWhetherThePointIsSynchronousHasChosen() => Expect.NothingAsync(
        Id,
        Hooks + """
        static class Host
        {
            internal static async ValueTask<HookResult> MayAsync(HookDispatcher hooks, ToolCallContext call) =>
                hooks.IsSynchronous(HookPoint.BeforeToolCall) ? hooks.BeforeToolCall(call) : await hooks.BeforeToolCallAsync(call);

            internal static async ValueTask<HookResult> DeployAsync(HookDispatcher hooks, DeployContext deploy)
            {
                if (!hooks.IsSynchronous<DeployContext>())
                    return await hooks.FireAsync(deploy);
                return hooks.Fire(deploy);
            }
        }
        """);

    [Fact]
    public Task StatementsOfAProgramToo() => Expect.NothingAsync(
        Id,
        HookCompilation.Program("""
        var hooks = AgentHooks.CreateDispatcher();
        var isQuick = hooks?.IsSynchronous(HookPoint.BeforeToolCall) ?? false;
        if (isQuick)
            hooks!.BeforeToolCall(new ToolCallContext { ToolName = "bash" });

        """ + Hooks));

    [Fact]
    public Task ToAskForAnotherPointLaterOrInAnotherMethodIsNoChoice() => Expect.FindAsync(
        Id,
        Hooks + """
        static class Host
        {
            internal static bool IsQuick(HookDispatcher hooks) => hooks.IsSynchronous(HookPoint.BeforeToolCall);

            internal static bool May(HookDispatcher hooks, ToolCallContext call, DeployContext deploy)
            {
                if (!hooks.IsSynchronous(HookPoint.ToolValidation) || !hooks.IsSynchronous<DeployContext>() || !IsSynchronous(HookPoint.BeforeToolCall))
                    return false;
                var verdict = hooks.[|BeforeToolCall|](call);
                return verdict.IsContinue && hooks.IsSynchronous(HookPoint.BeforeToolCall);
            }

            private static bool IsSynchronous(HookPoint point) => point != default;
        }
        """);

    [Fact]
    public Task OtherTablesAreFine() => Expect.NothingAsync(
        Id,
        Hooks + """
        sealed class Host
        {
            private readonly HookDispatcher _hooks;

            internal Host(HookTable other) => _hooks = new HookDispatcher(other);

            internal bool Run(ToolCallContext call) => _hooks.BeforeToolCall(call).IsContinue && HookDispatcher.None.BeforeToolCall(call).IsContinue;
        }
        """);

    [Fact]
    public Task LibraryWithoutATableDoesNotKnowTheHooksOfTheProgram() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Retries = 2)]
            internal static HookResult Policy(ToolCallContext call) => HookResult.Cancel(call.ToolName);

            internal static bool May(HookDispatcher hooks, ToolCallContext call) => hooks.BeforeToolCall(call).IsContinue;
        }
        """);

    [Fact]
    public Task TestsMayWantTheAttemptsAtOnce() => Expect.NothingAsync(
        Id,
        HookCompilation.Library(Hooks + """
        public class Tests
        {
            public void Denies(ToolCallContext call) => Xunit.Assert.False(AgentHooks.CreateDispatcher().BeforeToolCall(call).IsContinue);
        }
        """) with
        {
            References =
            [
                MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location),
            ],
        });
}
