namespace Hooks.Analyzers.Tests.Rules;

public class Hook011NumbersTests
{
    private const string Id = "HOOK011";

    [Theory]
    [InlineData("(HookFailurePolicy)9", "9")]
    [InlineData("(HookFailurePolicy)4", "4")]
    [InlineData("(HookFailurePolicy)(-1)", "-1")]
    [InlineData("~HookFailurePolicy.Block", "-2")]
    [InlineData("Guards.Odd", "77")]
    public Task APolicyThatDoesNotExist(string policy, string number) => Expect.FindAsync(
        Id,
        $$"""
        static class Guards
        {
            internal const HookFailurePolicy Odd = (HookFailurePolicy)77;

            [Hook(HookPoint.BeforeToolCall, OnFailure = [|{{policy}}|])]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);
        }
        """,
        $"The hook 'Check' is not in the table, because OnFailure is {number}, which is no member of HookFailurePolicy; write Block, Continue or Throw");

    [Fact]
    public Task APriorityThatOverflows() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Priority = unchecked([|HookPriority.Lowest + 1|]))]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);
        }
        """,
        "The hook 'Check' is not in the table, because Priority overflows and becomes -2147483648; write the number that is meant");

    [Theory]
    [InlineData("unchecked([|HookPriority.Highest - 1|])")]
    [InlineData("unchecked([|HookPriority.Lowest * 2|] + 7)")]
    [InlineData("5 + unchecked([|-HookPriority.Highest|])")]
    [InlineData("unchecked([|(int)0xFFFF_FFFF|])")]
    [InlineData("unchecked(checked(2 + 2) + ([|HookPriority.Lowest + 1|]))")]
    public Task OtherOverflows(string priority) => Expect.FindAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.SessionStart, Priority = {priority})] internal static void Check(HookContext context) {{ }} }}");

    [Theory]
    [InlineData("TimeoutMilliseconds", "-1", "how many milliseconds an attempt may take")]
    [InlineData("TimeoutMilliseconds", "-1000", "how many milliseconds an attempt may take")]
    [InlineData("Retries", "-2", "how many attempts may follow one that failed")]
    public Task ANegativeTimeOrNumberOfAttempts(string setting, string number, string meaning) => Expect.FindAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.SessionStart, {setting} = [|{number}|])] internal static void Check(HookContext context) {{ }} }}",
        $"The hook 'Check' is not in the table, because {setting} is {number}, which is less than none; write {meaning}, or remove it");

    [Theory]
    [InlineData("Retries", "-2147483648")]
    [InlineData("TimeoutMilliseconds", "-2147483648")]
    public Task ATimeOrNumberOfAttemptsThatOverflows(string setting, string number) => Expect.FindAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.SessionStart, {setting} = unchecked([|int.MaxValue + 1|]))] internal static void Check(HookContext context) {{ }} }}",
        $"The hook 'Check' is not in the table, because {setting} overflows and becomes {number}; write the number that is meant");

    [Fact]
    public Task APointThatOverflows() => Expect.FindAsync(
        Id,
        "static class Guards { [Hook((HookPoint)unchecked([|int.MaxValue * 2|] + 3))] internal static void Check(HookContext context) { } }",
        "The hook 'Check' is not in the table, because the point overflows and becomes 1; write the number that is meant");

    [Fact]
    public Task AtACustomPoint() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy")] sealed class DeployContext : CustomHookContext;
        static class Guards { [Hook<DeployContext>(OnFailure = [|(HookFailurePolicy)9|])] internal static void Check(DeployContext deploy) { } }
        """);

    [Theory]
    [InlineData("Priority = -1")]
    [InlineData("Priority = int.MinValue")]
    [InlineData("Priority = HookPriority.Lowest - 1")]
    [InlineData("Priority = HookPriority.High + 10")]
    [InlineData("Priority = unchecked(HookPriority.Lowest - 1)")]
    [InlineData("Priority = unchecked((int)7L)")]
    [InlineData("Priority = 1 << 4")]
    [InlineData("TimeoutMilliseconds = 0")]
    [InlineData("TimeoutMilliseconds = 60_000")]
    [InlineData("Retries = 0")]
    [InlineData("Retries = int.MaxValue")]
    [InlineData("OnFailure = HookFailurePolicy.Default")]
    [InlineData("OnFailure = HookFailurePolicy.Throw")]
    [InlineData("OnFailure = (HookFailurePolicy)1")]
    [InlineData("OnFailure = default")]
    public Task NumbersThatMeanWhatTheySay(string setting) => Expect.NothingAsync(
        Id,
        $"static class Guards {{ [Hook(HookPoint.BeforeToolCall, {setting})] internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName); }}");
}
