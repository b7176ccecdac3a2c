namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK002: what a hook may take.</summary>
public class ParameterTests
{
    [Theory]
    [InlineData("ToolCallContext c")]
    [InlineData("ToolCallContext? c")]
    [InlineData("HookContext c")]
    [InlineData("ToolCallContext c, CancellationToken ct")]
    [InlineData("HookContext c, System.Threading.CancellationToken ct")]
    [InlineData("this ToolCallContext c")]
    public void Allowed(string parameters) =>
        Assert.True(Parsed.Member($"public static void Check({parameters}) {{ }}"));

    [Theory]
    [InlineData("")]
    [InlineData("CancellationToken ct")]
    [InlineData("CancellationToken ct, ToolCallContext c")]
    [InlineData("ToolCallContext c, CancellationToken ct, int more")]
    [InlineData("ToolCallContext c, CancellationToken? ct")]
    [InlineData("ToolCallContext c, CancellationToken ct = default")]
    [InlineData("ToolCallContext c, int more = 1")]
    [InlineData("ToolCallContext c, params string[] more")]
    [InlineData("params ToolCallContext[] c")]
    [InlineData("ref ToolCallContext c")]
    [InlineData("in ToolCallContext c")]
    [InlineData("ref readonly ToolCallContext c")]
    [InlineData("ToolCallContext c, in CancellationToken ct")]
    [InlineData("object c")]
    [InlineData("dynamic c")]
    [InlineData("SessionContext c")]
    [InlineData("PermissionContext c")]
    [InlineData("CustomHookContext c")]
    [InlineData("ToolCallContext c, __arglist")]
    public void Refused(string parameters) =>
        Assert.False(Parsed.Member($"public static void Check({parameters}) {{ }}"));

    [Fact]
    public void OutIsRefused() =>
        Assert.False(Parsed.Member("public static void Check(out ToolCallContext c) => c = null!;"));

    [Fact]
    public void OptionalByAttributeIsRefused() =>
        Assert.False(Parsed.Member("public static void Check(ToolCallContext c, [System.Runtime.InteropServices.Optional] CancellationToken ct) { }"));

    [Fact]
    public void CustomContextOrAnyBaseOfIt()
    {
        var hooks = Parsed.Hooks("""
            public abstract class ReleaseContext : CustomHookContext;
            [HookPoint("deploy.before")] public sealed class DeployContext : ReleaseContext;
            [HookPoint("other")] public sealed class OtherContext : ReleaseContext;
            public static class Guards
            {
                [Hook<DeployContext>] public static void A(DeployContext c) { }
                [Hook<DeployContext>] public static void B(ReleaseContext c) { }
                [Hook<DeployContext>] public static void C(CustomHookContext c) { }
                [Hook<DeployContext>] public static void D(HookContext c) { }
                [Hook<DeployContext>] public static void E(OtherContext c) { }
                [Hook<DeployContext>] public static void F(object c) { }
            }
            """);

        Assert.Equal(["A", "B", "C", "D"], hooks.Select(hook => hook.Method));
        Assert.Equal("global::ReleaseContext", hooks[1].ContextParameter);
    }

    [Fact]
    public void GenericBaseIsRefused() =>
        Assert.Empty(Parsed.Hooks("""
            public abstract class Base<T> : CustomHookContext;
            [HookPoint("deploy.before")] public sealed class DeployContext : Base<int>;
            public static class Guards { [Hook<DeployContext>] public static void A(Base<int> c) { } }
            """));

    [Fact]
    public void OwnCancellationTokenIsNotTheFrameworks() =>
        Assert.Empty(Parsed.Hooks("""
            namespace Acme
            {
                public struct CancellationToken;
                public static class Guards { [Hook(HookPoint.BeforeToolCall)] public static void A(ToolCallContext c, CancellationToken ct) { } }
            }
            """));
}
