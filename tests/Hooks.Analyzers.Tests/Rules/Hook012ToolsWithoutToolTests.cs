namespace Hooks.Analyzers.Tests.Rules;

public class Hook012ToolsWithoutToolTests
{
    private const string Id = "HOOK012";

    [Fact]
    public Task APointWithoutATool() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeModelCall, Priority = 1, [|Tools = "@shell"|])]
            internal static HookResult Check(ModelCallContext call) => HookResult.Cancel("no");
        }
        """,
        "The hook 'Check' has Tools, but BeforeModelCall has no tool; remove Tools, or choose a point that has one, such as BeforeToolCall");

    [Theory]
    [InlineData("BeforeToolDiscovery")]
    [InlineData("SessionStart")]
    [InlineData("FileEdit")]
    public Task OthersWithoutATool(string point) => Expect.FindAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.{point}, [|Tools = \"\"|])] internal static void Check(HookContext context) {{ }} }}");

    [Theory]
    [InlineData("")]
    [InlineData("public object ToolName => 1;")]
    [InlineData("internal string ToolName => \"x\";")]
    [InlineData("public static string ToolName => \"x\";")]
    public Task ACustomContextWithoutAToolName(string member) => Expect.FindAsync(
        Id,
        $$"""
        [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext { {{member}} }
        static class Guards { [Hook<DeployContext>([|Tools = "x"|])] internal static void Check(DeployContext deploy) { } }
        """,
        "The hook 'Check' has Tools, but 'DeployContext' has no public string property ToolName; add one, or remove Tools");

    [Theory]
    [InlineData("BeforeToolCall")]
    [InlineData("ToolValidation")]
    [InlineData("AfterToolCall")]
    [InlineData("PermissionRequest")]
    public Task PointsWithATool(string point) => Expect.NothingAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.{point}, Tools = \"Bash\")] internal static void Check(HookContext context) {{ }} }}");

    [Fact]
    public Task NoToolsAndACustomContextWithAToolName() => Expect.NothingAsync(
        Id,
        """
        [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext { public string? ToolName { get; set; } }
        static class Guards
        {
            [Hook<DeployContext>(Tools = "x")]
            internal static void Check(DeployContext deploy) { }

            [Hook(HookPoint.SessionStart, Tools = null), Hook(HookPoint.SessionEnd)]
            internal static void Log(HookContext context) { }
        }
        """);

    [Fact]
    public Task FixRemovesTools() => Fix.AppliesToAllAsync(
        Id,
        """
        [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext;

        static class Guards
        {
            [Hook(HookPoint.BeforeModelCall, /* why */ Priority = 1, Tools = "@shell")] // kept
            internal static HookResult Check(ModelCallContext call) => HookResult.Cancel("no");

            [Hook(
                HookPoint.SessionStart,
                Tools = "x",
                Description = "first")]
            [Hook<DeployContext>(Tools = "x"), Hook(HookPoint.SessionEnd, Tools = /* all */ "x", Name = "end")]
            internal static void Log(HookContext context) { }
        }
        """,
        """
        [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext;

        static class Guards
        {
            [Hook(HookPoint.BeforeModelCall, /* why */ Priority = 1)] // kept
            internal static HookResult Check(ModelCallContext call) => HookResult.Cancel("no");

            [Hook(
                HookPoint.SessionStart,
                Description = "first")]
            [Hook<DeployContext>, Hook(HookPoint.SessionEnd, Name = "end")]
            internal static void Log(HookContext context) { }
        }
        """);
}
