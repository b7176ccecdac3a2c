namespace Hooks.Analyzers.Tests.Fixes;

public class Fix002ParametersTests
{
    private const string Id = "HOOK002";

    [Theory]
    [InlineData("()", "(ToolCallContext context)", "Add the ToolCallContext")]
    [InlineData("(CancellationToken context)", "(ToolCallContext context1, CancellationToken context)", "Add the ToolCallContext")]
    [InlineData("(\n        CancellationToken token)", "(\n        ToolCallContext context, CancellationToken token)", "Add the ToolCallContext")]
    [InlineData("(CancellationToken token, ToolCallContext call)", "(ToolCallContext call, CancellationToken token)", "Put the context first")]
    [InlineData("(/* a */ SessionContext session /* b */, CancellationToken token)", "(/* a */ ToolCallContext session /* b */, CancellationToken token)", "Take the ToolCallContext")]
    [InlineData("(object context)", "(ToolCallContext context)", "Take the ToolCallContext")]
    [InlineData("(string context)", "(ToolCallContext context)", "Take the ToolCallContext")]
    [InlineData("([System.ComponentModel.Description(\"x\")] in ToolCallContext call, in CancellationToken token)", "([System.ComponentModel.Description(\"x\")] ToolCallContext call, CancellationToken token)", "Take it by value")]
    [InlineData("(ref readonly ToolCallContext call)", "(ToolCallContext call)", "Take it by value")]
    [InlineData("(ToolCallContext call, CancellationToken token = default /* none */)", "(ToolCallContext call, CancellationToken token /* none */)", "Remove the default value")]
    [InlineData("(ToolCallContext? call = null, CancellationToken token = default)", "(ToolCallContext? call, CancellationToken token)", "Remove the default value")]
    [InlineData("(ToolCallContext call, CancellationToken? token)", "(ToolCallContext call, CancellationToken token)", "Take a CancellationToken")]
    [InlineData("(ToolCallContext call, string name)", "(ToolCallContext call, CancellationToken cancellationToken)", "Take a CancellationToken instead")]
    [InlineData("(ToolCallContext call, string name = \"x\")", "(ToolCallContext call)", "Remove the parameter")]
    [InlineData("(ToolCallContext call, CancellationToken token, int a, params string[] b)", "(ToolCallContext call, CancellationToken token)", "Remove the parameters")]
    public Task EachMistakeIsMended(string before, string after, string title) =>
        Fix.AppliesAsync(Id, Guard(before), Guard(after), title);

    [Fact]
    public Task ContextAndTokenForAnAsynchronousHook() => Fix.AppliesAsync(
        Id,
        "static class Guards { [Hook(HookPoint.SessionEnd)] internal static async Task Check() => await Task.Yield(); }",
        "static class Guards { [Hook(HookPoint.SessionEnd)] internal static async Task Check(SessionContext context, CancellationToken cancellationToken) => await Task.Yield(); }",
        "Add the SessionContext and a CancellationToken");

    [Fact]
    public Task TypesAreWrittenInFullWhereTheyHaveTo() => Fix.AppliesToAllAsync(
        Id,
        """
        namespace Acme
        {
            struct CancellationToken;
            class ToolCallContext;

            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static void A(ToolCallContext call) { }

                [Hook(HookPoint.BeforeToolCall)]
                internal static void B(SessionContext call) { }
            }
        }
        """,
        """
        namespace Acme
        {
            struct CancellationToken;
            class ToolCallContext;

            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static void A(Hooks.ToolCallContext call) { }

                [Hook(HookPoint.BeforeToolCall)]
                internal static void B(Hooks.ToolCallContext call) { }
            }
        }
        """);

    [Fact]
    public Task TokenInFull() => Fix.AppliesAsync(
        Id,
        """
        namespace Acme
        {
            struct CancellationToken;

            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static void A(ToolCallContext call, CancellationToken token) { }
            }
        }
        """,
        """
        namespace Acme
        {
            struct CancellationToken;

            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static void A(ToolCallContext call, System.Threading.CancellationToken cancellationToken) { }
            }
        }
        """,
        "Take a CancellationToken instead");

    [Fact]
    public Task SeveralPointsAndBothParts() => Fix.AppliesAsync(
        Id,
        """
        static partial class Audit
        {
            [Hook(HookPoint.AfterToolCall), Hook(HookPoint.SessionEnd)]
            internal static partial void Log(ToolCallContext call);

            internal static partial void Log(ToolCallContext call) => Console.WriteLine(call.SessionId);
        }
        """,
        """
        static partial class Audit
        {
            [Hook(HookPoint.AfterToolCall), Hook(HookPoint.SessionEnd)]
            internal static partial void Log(HookContext call);

            internal static partial void Log(HookContext call) => Console.WriteLine(call.SessionId);
        }
        """);

    [Fact]
    public Task CustomContextsWithinATypeOfTheirOwn() => Fix.AppliesAsync(
        Id,
        """
        public static class Deploy
        {
            [HookPoint("deploy.before")] public sealed class Context : CustomHookContext;
        }

        static class Guards
        {
            [Hook<Deploy.Context>] internal static void A(SessionContext session) { }
        }
        """,
        """
        public static class Deploy
        {
            [HookPoint("deploy.before")] public sealed class Context : CustomHookContext;
        }

        static class Guards
        {
            [Hook<Deploy.Context>] internal static void A(Deploy.Context session) { }
        }
        """);

    [Theory]
    [InlineData("(string tool)", " Console.WriteLine(tool); ")]
    [InlineData("(ToolCallContext call, string name)", " Console.WriteLine(name); ")]
    [InlineData("(ToolCallContext call, CancellationToken token, string name)", " Console.WriteLine(name); ")]
    [InlineData("(ToolCallContext call, int limit, CancellationToken token)", "")]
    [InlineData("(out ToolCallContext call)", " call = null!; ")]
    [InlineData("(ToolCallContext call, __arglist)", "")]
    public async Task NothingIsOfferedWhereTheIntentIsNotClear(string parameters, string body) =>
        Assert.Empty(await Fix.TitlesAsync(Id, Guard(parameters, body)));

    [Theory]
    [InlineData("static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static void A(SessionContext s) { } internal static void A(ToolCallContext c) { } }")]
    [InlineData("class Base { public virtual void A(SessionContext s) { } } class Guards : Base { [Hook(HookPoint.BeforeToolCall)] public override void A(SessionContext s) { } }")]
    [InlineData("interface IGuard { void A(SessionContext s); } class Guards : IGuard { [Hook(HookPoint.BeforeToolCall)] public void A(SessionContext s) { } }")]
    public async Task NothingIsOfferedThatWouldNotCompile(string source) => Assert.Empty(await Fix.TitlesAsync(Id, source));

    private static string Guard(string parameters, string body = "") => $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static void Check{{parameters}} // why
            {{{body}}}
        }
        """;
}
