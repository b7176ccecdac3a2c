namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK012: <c>Tools</c> at points that have no tool.</summary>
public class ToolsTests
{
    [Theory]
    [InlineData("BeforeToolCall", true)]
    [InlineData("AfterToolCall", true)]
    [InlineData("ToolValidation", true)]
    [InlineData("PermissionRequest", true)]
    [InlineData("PermissionDenied", true)]
    [InlineData("BeforeToolDiscovery", false)]
    [InlineData("BeforeModelCall", false)]
    [InlineData("SessionStart", false)]
    public void BuiltInPoints(string point, bool allowed)
    {
        Assert.Equal(allowed, Parsed.Member($"[Hook(HookPoint.{point}, Tools = \"Bash\")] public static void A(HookContext c) {{ }}"));
        Assert.True(Parsed.Member($"[Hook(HookPoint.{point})] public static void A(HookContext c) {{ }}"));
        Assert.True(Parsed.Member($"[Hook(HookPoint.{point}, Tools = null)] public static void A(HookContext c) {{ }}"));
    }

    [Theory]
    [InlineData("public string ToolName => \"\";", true)]
    [InlineData("public string? ToolName { get; set; }", true)]
    [InlineData("public required string ToolName { get; init; }", true)]
    [InlineData("internal string ToolName => \"\";", false)]
    [InlineData("public static string ToolName => \"\";", false)]
    [InlineData("public object ToolName => \"\";", false)]
    [InlineData("public string ToolName { private get; set; } = \"\";", false)]
    [InlineData("public string ToolName { set { } }", false)]
    [InlineData("public string ToolName() => \"\";", false)]
    [InlineData("public string Toolname => \"\";", false)]
    [InlineData("", false)]
    public void CustomContexts(string member, bool allowed) =>
        Assert.Equal(allowed, Parsed.Hooks($$"""
            [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext { {{member}} }
            public static class Guards { [Hook<DeployContext>(Tools = "x")] public static void A(DeployContext c) { } }
            """).Count == 1);

    [Fact]
    public void ToolNameOfABase() =>
        Assert.Single(Parsed.Hooks("""
            public abstract class Base : CustomHookContext { public string ToolName => ""; }
            [HookPoint("deploy")] public sealed class DeployContext : Base;
            public static class Guards { [Hook<DeployContext>(Tools = "x")] public static void A(DeployContext c) { } }
            """));
}
