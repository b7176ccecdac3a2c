using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook113SynchronousFireTests
{
    private const string Id = "HOOK113";

    private const string Hooks =
        """
        [HookTable]
        internal sealed partial class AgentHooks;

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Priority = -10)]
            internal static HookResult Quick(ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall, Name = "policy", Tools = "@shell")]
            internal static async ValueTask<HookResult> Policy(ToolCallContext call)
            {
                await Task.Yield();
                return HookResult.Continue;
            }

            [Hook(HookPoint.AfterToolCall)]
            internal static Task Log(ToolCallContext call) => Task.CompletedTask;

            [Hook(HookPoint.ToolValidation)]
            internal static HookResult Validate(ToolCallContext call) => HookResult.Continue;

            [Hook<DeployContext>]
            internal static async Task<HookResult> Approve(DeployContext deploy)
            {
                await Task.Yield();
                return HookResult.Continue;
            }
        }

        [HookPoint("deploy.before", Blocking = true)]
        public sealed class DeployContext : CustomHookContext;

        """;

    [Fact]
    public Task SynchronousEntryIsFoundWithTheFirstAsynchronousHook() => Expect.FindAsync(
        Id,
        Hooks + """
        static class Host
        {
            internal static bool May(HookDispatcher hooks, ToolCallContext call) => hooks.[|BeforeToolCall|](call).IsContinue;
        }
        """,
        "'BeforeToolCall' throws an InvalidOperationException, because the hook 'policy' at BeforeToolCall is asynchronous; await 'BeforeToolCallAsync', or make the hook synchronous");

    [Fact]
    public Task ObserveOnlyAndCustomPointsToo() => Expect.FindAsync(
        Id,
        Hooks + """
        sealed class Host(HookDispatcher hooks)
        {
            internal void Done(ToolCallContext call) => hooks.[|AfterToolCall|](call);

            internal HookResult Deploy(DeployContext deploy) => hooks?.[|Fire|](deploy) ?? default;
        }
        """);

    [Fact]
    public Task HooksInTheBackgroundAreNotWaitedFor() => Expect.NothingAsync(
        Id,
        """
        [HookTable]
        internal sealed partial class AgentHooks;

        static class Log
        {
            [Hook(HookPoint.AfterToolCall, Background = true)]
            internal static async Task Write(ToolCallContext call) => await Task.Yield();

            internal static void Done(HookDispatcher hooks, ToolCallContext call) => hooks.AfterToolCall(call);
        }
        """);

    [Fact]
    public Task AsynchronousEntriesAndSynchronousPointsAreFine() => Expect.NothingAsync(
        Id,
        Hooks + """
        static class Host
        {
            internal static async Task<bool> MayAsync(HookDispatcher hooks, ToolCallContext call, DeployContext deploy)
            {
                var verdict = await hooks.BeforeToolCallAsync(call);
                hooks.SessionStart(new SessionContext());
                var deployed = await hooks.FireAsync(deploy);
                return verdict.IsContinue && deployed.IsContinue && hooks.ToolValidation(call).IsContinue;
            }
        }
        """);

    [Fact]
    public Task QuestionBeforehandIsAGuard() => Expect.NothingAsync(
        Id,
        Hooks + """
        sealed class Host(HookDispatcher hooks)
        {
            private readonly bool _isQuick = hooks.IsSynchronous(HookPoint.BeforeToolCall);

            internal async ValueTask<HookResult> MayAsync(ToolCallContext call) =>
                _isQuick ? hooks.BeforeToolCall(call) : await hooks.BeforeToolCallAsync(call);

            internal HookResult Deploy(DeployContext deploy) =>
                hooks.IsSynchronous<DeployContext>() ? hooks.Fire(deploy) : HookResult.Cancel("deploying needs the asynchronous host");
        }
        """);

    [Fact]
    public Task HostThatExpectsTheRefusalIsFine() => Expect.NothingAsync(
        Id,
        Hooks + """
        static class Host
        {
            internal static HookResult May(HookDispatcher hooks, ToolCallContext call)
            {
                try
                {
                    return hooks.BeforeToolCall(call);
                }
                catch (InvalidOperationException)
                {
                    return HookResult.Cancel("only synchronous hooks can be asked here");
                }
            }
        }
        """);

    [Fact]
    public Task OtherTablesAreFine() => Expect.NothingAsync(
        Id,
        HookCompilation.Library(Hooks + """
        static class Host
        {
            private static readonly HookDispatcher Shared = new(new Acme.PlugIn.PlugInHooks());

            internal static void Run(ToolCallContext call)
            {
                var none = HookDispatcher.None;
                var own = new HookDispatcher(new Acme.PlugIn.PlugInHooks());
                Console.WriteLine(none.BeforeToolCall(call).IsContinue && own.BeforeToolCall(call).IsContinue && Shared.BeforeToolCall(call).IsContinue
                    && HookDispatcher.None.BeforeToolCall(call).IsContinue);
            }
        }
        """).WithLibraries((HookCompilation.Library("namespace Acme.PlugIn;\n\n[HookTable]\npublic sealed partial class PlugInHooks;") with { AssemblyName = "Acme.PlugIn" }).Compile()));

    [Fact]
    public Task DispatcherOfAnotherTableFromAConstructor() => Expect.NothingAsync(
        Id,
        Hooks + """
        sealed class Given
        {
            private readonly HookDispatcher _hooks;

            internal Given(HookTable other) => _hooks = new HookDispatcher(other);

            internal HookResult Run(ToolCallContext call) => _hooks.BeforeToolCall(call);
        }

        sealed class Kept(HookTable other)
        {
            private HookDispatcher Hooks { get; } = new(other);

            private static HookDispatcher Nobody => HookDispatcher.None;

            internal HookResult Run(ToolCallContext call) => call.IsReadOnly ? Nobody.BeforeToolCall(call) : Hooks.BeforeToolCall(call);
        }
        """);

    [Fact]
    public Task OwnTableFromAConstructorIsFound() => Expect.FindAsync(
        Id,
        Hooks + """
        sealed class Host
        {
            private readonly HookDispatcher _hooks;

            internal Host() => this._hooks = new HookDispatcher(new AgentHooks());

            private static HookDispatcher Shared { get; } = AgentHooks.CreateDispatcher();

            internal HookResult Run(ToolCallContext call) => call.IsReadOnly ? Shared.[|BeforeToolCall|](call) : _hooks.[|BeforeToolCall|](call);
        }
        """);

    [Fact]
    public Task OwnTableInAVariableIsFound() => Expect.FindAsync(
        Id,
        Hooks + """
        static class Host
        {
            internal static void Run(ToolCallContext call)
            {
                var hooks = new HookDispatcher(new AgentHooks());
                Console.WriteLine(hooks.[|BeforeToolCall|](call).IsContinue);
                Console.WriteLine(AgentHooks.CreateDispatcher().[|BeforeToolCall|](call).IsContinue);
            }
        }
        """);

    [Fact]
    public Task LibraryWithoutATableDoesNotKnowTheHooksOfTheProgram() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async ValueTask<HookResult> Policy(ToolCallContext call)
            {
                await Task.Yield();
                return HookResult.Continue;
            }

            internal static bool May(HookDispatcher hooks, ToolCallContext call) => hooks.BeforeToolCall(call).IsContinue;
        }
        """);

    [Fact]
    public Task TestsMayWantTheException() => Expect.NothingAsync(
        Id,
        HookCompilation.Library(Hooks + """
        public class Tests
        {
            public void Refuses(ToolCallContext call) => Xunit.Assert.Throws<InvalidOperationException>(() => { _ = AgentHooks.CreateDispatcher().BeforeToolCall(call); });
        }
        """) with
        {
            References =
            [
                MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location),
            ],
        });

    [Fact]
    public Task MethodsOfOtherTypesAreNotMeant() => Expect.NothingAsync(
        Id,
        Hooks + """
        sealed class Host
        {
            private HookResult BeforeToolCall(ToolCallContext call) => HookResult.Continue;

            internal bool May(ToolCallContext call) => this.BeforeToolCall(call).IsContinue;
        }
        """);
}
