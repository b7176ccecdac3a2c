using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Tests.Emission;

/// <summary>A bit of everything that is emitted, and a compiler that forgives nothing.</summary>
internal static class Strict
{
    public const string Table = "[HookTable] public sealed partial class AgentHooks;";

    public const string Everything = """
        public static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "git_*|*_push|ba?h")] public static HookResult A(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall)] public static async Task<HookResult> B(ToolCallContext call, CancellationToken token) { await Task.Yield(); return default; }
            [Hook(HookPoint.SessionEnd)] public static void C(HookContext context) { }
        }
        public sealed class Objects { [Hook(HookPoint.SessionEnd)] public ValueTask D(SessionContext session) => default; }
        [HookPoint("deploy.before", Blocking = true)] public sealed class DeployContext : CustomHookContext;
        public static class Deploys { [Hook<DeployContext>] public static HookResult E(DeployContext deploy) => default; }
        """;

    /// <summary>Asserts that all compiles, what is emitted too, without an error or a warning.</summary>
    public static void Compiles(params string[] sources) => HookCompilation.Library(sources).Compile();

    /// <summary>Errors and warnings in the emitted file.</summary>
    public static IEnumerable<Diagnostic> Emitted(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
}
