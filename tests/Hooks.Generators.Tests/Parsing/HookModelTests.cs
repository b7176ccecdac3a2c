namespace Hooks.Generators.Tests.Parsing;

/// <summary>What a model says of a hook.</summary>
public class HookModelTests
{
    [Fact]
    public void AllSettings()
    {
        var hook = Parsed.Hook("""
            namespace Acme.Guarding;
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, Priority = HookPriority.High, Name = "guard", Description = "Why.", Tools = "@shell | x*",
                    After = "a|b", Before = "c", OnFailure = HookFailurePolicy.Throw)]
                public static ValueTask<HookResult> Check(ToolCallContext c, CancellationToken ct) => default;
            }
            """);

        Assert.Equal((-100, "guard", "Why.", "@shell | x*", "a|b", "c", 3), (hook.Priority, hook.Name, hook.Description, hook.Tools, hook.After, hook.Before, hook.OnFailure));
        Assert.Equal(("Acme.Guarding.Guards", "global::Acme.Guarding.Guards", "Check"), (hook.TypeName, hook.Type, hook.Method));
        Assert.Equal("Hooks.ToolCallContext,System.Threading.CancellationToken", hook.Parameters);
        Assert.Equal(("global::Hooks.ToolCallContext", true, "Acme.Agent"), (hook.ContextParameter, hook.TakesToken, hook.Assembly));
        Assert.Equal((35, "BeforeToolCall", "tool.call.before", "global::Hooks.ToolCallContext"), (hook.Point.Number, hook.Point.Name, hook.Point.EventName, hook.Point.Context));
        Assert.Equal(((int)HookResultKinds.Flow, (int)HookFailurePolicy.Block), (hook.Point.Allowed, hook.Point.OnFailure));
        Assert.Null(hook.Owner);
        Assert.Null(hook.Thunk);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", Name = null")]
    [InlineData(", Name = \" \"")]
    public void NameDefaultsToTypeAndMethod(string setting) =>
        Assert.Equal("Acme.Outer.Inner.Check", Parsed.Hook($$"""
            namespace Acme;
            public static class Outer { public static class Inner { [Hook(HookPoint.SessionStart{{setting}})] public static void Check(HookContext c) { } } }
            """).Name);

    [Fact]
    public void KeywordsAreEscapedWhereCodeIsWritten()
    {
        var hook = Parsed.Hook("namespace A.@class { public static class @event { [Hook(HookPoint.SessionStart)] public static void @new(HookContext c) { } } }");

        Assert.Equal(("A.class.event", "global::A.@class.@event", "new"), (hook.TypeName, hook.Type, hook.Method));
    }

    [Theory]
    [InlineData("", 0, 2)]
    [InlineData(", Blocking = true", (int)HookResultKinds.Approval, 1)]
    [InlineData(", Blocking = true, Allowed = HookResultKinds.Replace", (int)(HookResultKinds.Verdict | HookResultKinds.Replace), 1)]
    [InlineData(", Blocking = true, OnFailure = HookFailurePolicy.Continue", (int)HookResultKinds.Approval, 2)]
    [InlineData(", Blocking = true, OnFailure = HookFailurePolicy.Throw", (int)HookResultKinds.Approval, 1)]
    [InlineData(", Allowed = HookResultKinds.Flow", 0, 2)]
    public void CustomPoint(string settings, int allowed, int onFailure)
    {
        var point = Parsed.Hook($$"""
            namespace Acme;
            public static class Points { [HookPoint("deploy.before"{{settings}})] public sealed class DeployContext : CustomHookContext; }
            public static class Guards { [Hook<Points.DeployContext>] public static void A(HookContext c) { } }
            """).Point;

        Assert.Equal((0, "deploy.before", "deploy.before", "global::Acme.Points.DeployContext"), (point.Number, point.Name, point.EventName, point.Context));
        Assert.Equal((allowed, onFailure), (point.Allowed, point.OnFailure));
        Assert.True(point.IsContextPublic);
    }

    [Fact]
    public void OrderOfFilesDoesNotMatter()
    {
        string[] files =
        [
            "static class B { [Hook(HookPoint.BeforeToolCall)] public static void Y(ToolCallContext c) { } [Hook(HookPoint.BeforeToolCall)] public static void X(ToolCallContext c) { } }",
            "static class A { [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.SessionStart)] public static void Z(HookContext c) { } }",
            "static class C { [Hook(HookPoint.SessionStart)] public static void M(SessionContext c) { } [Hook(HookPoint.SessionStart)] public static void M(HookContext c) { } }",
        ];

        var expected = Parsed.Hooks(HookCompilation.Library(files));
        Assert.Equal(expected, Parsed.Hooks(HookCompilation.Library([.. files.Reverse()])));
        Assert.Equal(["A.Z", "C.M", "C.M", "A.Z", "B.X", "B.Y"], expected.Select(hook => hook.Name));
    }
}
