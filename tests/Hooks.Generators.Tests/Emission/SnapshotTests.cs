namespace Hooks.Generators.Tests.Emission;

/// <summary>The emitted file, one accepted text for each shape of table.</summary>
public sealed class SnapshotTests
{
    private const string Table = "namespace Acme; [HookTable] public sealed partial class AgentHooks;";

    [Fact]
    public void Synchronous_verdicts() => Snapshot.Match(Emitted("""
        namespace Acme;
        public static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Priority = 10, Tools = "@shell", Description = "No force-push.")]
            public static HookResult NoForcePush(ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall, Tools = "git_*")]
            public static HookResult NoPush(ToolCallContext call) => HookResult.Cancel("no");

            [Hook(HookPoint.BeforeToolCall, Name = "audit", Before = "Acme.Guards.NoPush")]
            public static void Audit(HookContext context) { }
        }
        """, Table));

    [Fact]
    public void Asynchronous_mix() => Snapshot.Match(Emitted("""
        namespace Acme;
        public static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)] public static ValueTask<HookResult> A(ToolCallContext call, CancellationToken token) => default;
            [Hook(HookPoint.BeforeToolCall, Tools = "edit")] public static Task<HookResult> B(ToolCallContext call) => Task.FromResult(HookResult.Continue);
            [Hook(HookPoint.BeforeToolCall)] public static Task C(ToolCallContext call, CancellationToken token) => Task.CompletedTask;
            [Hook(HookPoint.BeforeToolCall)] public static ValueTask D(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall)] public static HookResult E(ToolCallContext call) => default;
        }
        """, Table));

    [Fact]
    public void Observers() => Snapshot.Match(Emitted("""
        namespace Acme;
        public static class Log
        {
            [Hook(HookPoint.SessionStart)] public static void Started(SessionContext session) { }
            [Hook(HookPoint.SessionEnd)] public static Task EndedAsync(SessionContext session, CancellationToken token) => Task.CompletedTask;
        }
        """, Table));

    [Fact]
    public void Objects() => Snapshot.Match(Emitted("""
        namespace Acme;
        public sealed class Budget(decimal limit)
        {
            [Hook(HookPoint.BeforeToolCall)] public HookResult Check(ToolCallContext call) => limit > 0 ? HookResult.Continue : HookResult.Cancel("spent");
        }
        public sealed class Audit
        {
            [Hook(HookPoint.BeforeToolCall, Priority = HookPriority.Low)] public void Write(ToolCallContext call) { }
        }
        """, Table));

    [Fact]
    public void Custom_point() => Snapshot.Match(Emitted("""
        namespace Acme;
        [HookPoint("deploy.before", Blocking = true, Allowed = HookResultKinds.Recovery)]
        public sealed class DeployContext : CustomHookContext { public string ToolName => "deploy"; }
        public static class Guards
        {
            [Hook<DeployContext>(Tools = "deploy", OnFailure = HookFailurePolicy.Throw)] public static HookResult Check(DeployContext deploy) => default;
        }
        """, Table));

    [Fact]
    public void Manifest_with_hidden_hooks() => Snapshot.Match(Emitted(Library));

    [Fact]
    public void Merged_with_a_reference()
    {
        var library = (HookCompilation.Library(Library) with { AssemblyName = "Acme.Library" }).Compile();
        var host = HookCompilation.Program("""
            Console.WriteLine();
            public static class Own { [Hook(HookPoint.BeforeToolCall, Name = "visible")] public static void Mine(ToolCallContext call) { } }
            """).WithLibraries(library) with { AssemblyName = "Acme.Host", RootNamespace = "Acme.Hosting" };
        Snapshot.Match(host.Generate().AssertClean().Source!);
    }

    private const string Library = """
        namespace Acme;
        public static class Shown { [Hook(HookPoint.BeforeToolCall, Name = "visible")] public static HookResult Check(ToolCallContext call, CancellationToken token) => default; }
        internal static class Hidden { [Hook(HookPoint.BeforeToolCall, Priority = -1)] internal static ValueTask<HookResult> Check(HookContext context, CancellationToken token) => default; }
        internal sealed class HiddenObject { [Hook(HookPoint.SessionEnd)] public Task End(SessionContext session) => Task.CompletedTask; }
        """;

    internal static string Emitted(params string[] sources) => HookCompilation.Library(sources).Generate().AssertClean().Source!;
}
