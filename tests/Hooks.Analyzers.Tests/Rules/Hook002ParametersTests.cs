namespace Hooks.Analyzers.Tests.Rules;

public class Hook002ParametersTests
{
    private const string Id = "HOOK002";
    private const string Others = "a hook takes its context and, if it likes, a CancellationToken; anything else comes from its class's constructor or the context's Services";

    [Theory]
    [InlineData("[|()|]", "takes no context; take the ToolCallContext that BeforeToolCall gives")]
    [InlineData("[|(CancellationToken token)|]", "takes no context, only a token; take the ToolCallContext that BeforeToolCall gives in front of it")]
    [InlineData("[|(CancellationToken token, int more)|]", "takes no context, only a token; take the ToolCallContext that BeforeToolCall gives in front of it")]
    [InlineData("[|(CancellationToken token, ToolCallContext call)|]", "takes the token before the context; the context comes first")]
    [InlineData("([|SessionContext session|])", "takes a SessionContext, which BeforeToolCall does not give; take the ToolCallContext that BeforeToolCall gives")]
    [InlineData("([|CustomHookContext? custom|], CancellationToken token)", "takes a CustomHookContext, which BeforeToolCall does not give; take the ToolCallContext that BeforeToolCall gives")]
    [InlineData("([|object context|])", "takes 'object' where its context belongs; take the ToolCallContext that BeforeToolCall gives")]
    [InlineData("([|dynamic context|])", "takes 'dynamic' where its context belongs; take the ToolCallContext that BeforeToolCall gives")]
    [InlineData("([|string tool|], string arguments)", "takes 'string' where its context belongs; take the ToolCallContext that BeforeToolCall gives")]
    [InlineData("([|params ToolCallContext[] calls|])", "takes 'ToolCallContext[]' where its context belongs; take the ToolCallContext that BeforeToolCall gives")]
    [InlineData("([|ref ToolCallContext call|])", "takes its context by 'ref'; take it by value")]
    [InlineData("([|in ToolCallContext call|])", "takes its context by 'in'; take it by value")]
    [InlineData("([|ref readonly ToolCallContext call|])", "takes its context by 'ref readonly'; take it by value")]
    [InlineData("(ToolCallContext call, [|in CancellationToken token|])", "takes its token by 'in'; take it by value")]
    [InlineData("(ToolCallContext call, CancellationToken token [|= default|])", "has a default value for its token; remove it, because a value is always passed")]
    [InlineData("(ToolCallContext? call [|= null|])", "has a default value for its context; remove it, because a value is always passed")]
    [InlineData("(ToolCallContext call, [|[System.Runtime.InteropServices.Optional] CancellationToken token|])", "has a default value for its token; remove it, because a value is always passed")]
    [InlineData("(ToolCallContext call, [|CancellationToken? token|])", "takes 'token', which nobody can give it; take a CancellationToken, which is never null")]
    [InlineData("(ToolCallContext call, [|IServiceProvider services|])", "takes 'services', which nobody can give it; " + Others)]
    [InlineData("(ToolCallContext call, [|int limit = 3|])", "takes 'limit', which nobody can give it; " + Others)]
    [InlineData("(ToolCallContext call, [|params string[] names|])", "takes 'names', which nobody can give it; " + Others)]
    [InlineData("(ToolCallContext call, CancellationToken token, [|int limit|])", "takes 'limit', which nobody can give it; " + Others)]
    [InlineData("(ToolCallContext call, [|int limit|], CancellationToken token)", "takes 'limit', which nobody can give it; " + Others)]
    [InlineData("[|(ToolCallContext call, __arglist)|]", "has variable arguments; " + Others)]
    public Task EachMistakeIsNamed(string parameters, string message) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static void Check{{parameters}} { }
        }
        """,
        "The hook 'Check' " + message);

    [Fact]
    public Task OutIsFound() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static void Check([|out ToolCallContext call|]) => call = null!;
        }
        """,
        "The hook 'Check' takes its context by 'out'; take it by value");

    [Fact]
    public Task OneParameterForSeveralPointsIsTheirCommonBase() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            [Hook(HookPoint.SessionEnd)]
            [Hook(HookPoint.SessionStart)]
            internal static void Log([|ToolCallContext call|]) { }
        }
        """,
        "The hook 'Log' takes a ToolCallContext, which SessionEnd does not give; take the HookContext that all its points give");

    [Fact]
    public Task SeveralPointsOfOneContext() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.SessionEnd), Hook(HookPoint.SessionStart)]
            internal static void Log[|()|] { }
        }
        """,
        "The hook 'Log' takes no context; take the SessionContext that SessionEnd gives");

    [Fact]
    public Task CustomContexts() => Expect.FindAsync(
        Id,
        """
        public abstract class ReleaseContext<T> : CustomHookContext;
        [HookPoint("deploy.before")] public sealed class DeployContext : ReleaseContext<int>;
        [HookPoint("other")] public sealed class OtherContext : CustomHookContext;
        static class Guards
        {
            [Hook<DeployContext>] internal static void A([|ReleaseContext<int> release|]) { }
            [Hook<DeployContext>] internal static void B([|OtherContext other|]) { }
        }
        """,
        "The hook 'A' takes 'ReleaseContext<int>', which is generic; take the DeployContext that deploy.before gives");

    [Fact]
    public Task OwnTokenIsNoToken() => Expect.FindAsync(
        Id,
        """
        namespace Acme
        {
            public struct CancellationToken;
            static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static void A(ToolCallContext call, [|CancellationToken token|]) { } }
        }
        """);

    [Fact]
    public Task LocalFunctionsToo() => Expect.FindAsync(
        Id,
        """
        class Setup
        {
            void Add()
            {
                [Hook(HookPoint.BeforeToolCall)] static void Check([|SessionContext session|]) { }
                Check(null!);
            }
        }
        """);

    [Fact]
    public Task RightParametersAreFine() => Expect.NothingAsync(
        Id,
        """
        public abstract class ReleaseContext : CustomHookContext;
        [HookPoint("deploy.before")] public sealed class DeployContext : ReleaseContext;
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)] internal static void A(ToolCallContext call) { }
            [Hook(HookPoint.BeforeToolCall)] internal static void B(ToolCallContext? call, CancellationToken token) { }
            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.SessionEnd)] internal static void C(HookContext context) { }
            [Hook(HookPoint.BeforeToolCall)] internal static void D(this ToolCallContext call) { }
            [Hook(HookPoint.BeforeToolCall)] internal static void E([System.ComponentModel.Description("x")] ToolCallContext call) { }
            [Hook<DeployContext>] internal static void F(ReleaseContext release) { }
            [Hook<DeployContext>] internal static void G(CustomHookContext custom) { }
            internal static void NoHook(ref int x, params string[] y) { }
        }
        """);

    [Fact]
    public Task AnUnknownPointMayGiveAnyContext() => Expect.NothingAsync(
        Id,
        """
        static class Guards { [Hook((HookPoint)999)] internal static void A(SessionContext session) { } }
        """);

    [Fact]
    public async Task WhatTheCompilerDoesNotKnowIsItsOwnError()
    {
        var project = HookCompilation.Library("""
            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] internal static void A(ToolCalContext call) { }
            }
            """);

        Assert.DoesNotContain(await Analysis.RunAsync(project, allowErrors: true), diagnostic => diagnostic.Id == Id);
    }
}
