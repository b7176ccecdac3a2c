using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook014BlockAtObserveOnlyPointTests
{
    private const string Id = "HOOK014";

    [Fact]
    public Task BlockWhereNothingCanBeBlocked() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall, OnFailure = [|HookFailurePolicy.Block|])]
            internal static void Log(ToolCallContext call) => Console.WriteLine(call.ToolName);
        }
        """,
        "The hook 'Log' has OnFailure = Block, but nothing can be blocked at AfterToolCall; remove it, or write Throw if the host has to see the failure");

    [Fact]
    public Task AtACustomPoint() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy.done")] sealed class DeployedContext : CustomHookContext;
        static class Audit { [Hook<DeployedContext>(OnFailure = [|(HookFailurePolicy)1|])] internal static void Log(DeployedContext deployed) { } }
        """,
        "The hook 'Log' has OnFailure = Block, but nothing can be blocked at deploy.done; remove it, or write Throw if the host has to see the failure");

    [Theory]
    [InlineData("AfterToolCall", "Continue")]
    [InlineData("AfterToolCall", "Throw")]
    [InlineData("AfterToolCall", "Default")]
    [InlineData("BeforeToolCall", "Block")]
    [InlineData("ToolError", "Block")]
    public Task OtherPoliciesAndPoints(string point, string policy) => Expect.NothingAsync(
        Id,
        $"static class Audit {{ [Hook(HookPoint.{point}, OnFailure = HookFailurePolicy.{policy})] internal static void Log(ToolCallContext call) => Console.WriteLine(call.ToolName); }}");

    [Fact]
    public async Task TheHookStaysInTheTableSoThatItCanBeSilenced()
    {
        var found = Assert.Single(await Expect.OfAsync(Id, HookCompilation.Library(
            "static class Audit { [Hook(HookPoint.AfterToolCall, OnFailure = HookFailurePolicy.Block)] internal static void Log(ToolCallContext call) { } }")));

        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, found.Descriptor.CustomTags);
        await Expect.NothingAsync(Id, """
            #pragma warning disable HOOK014
            static class Audit { [Hook(HookPoint.AfterToolCall, OnFailure = HookFailurePolicy.Block)] internal static void Log(ToolCallContext call) { } }
            """);
    }

    [Fact]
    public Task FixRemovesThePolicy() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall, OnFailure = HookFailurePolicy.Block, Priority = HookPriority.Low)] // kept
            [Hook(HookPoint.SessionEnd, OnFailure = HookFailurePolicy.Block)]
            internal static void Log(HookContext context) { }
        }
        """,
        """
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall, Priority = HookPriority.Low)] // kept
            [Hook(HookPoint.SessionEnd)]
            internal static void Log(HookContext context) { }
        }
        """);
}
