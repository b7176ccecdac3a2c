using System.Text.RegularExpressions;

namespace Hooks.Architecture.Tests.Documents;

/// <summary>Examples are copied. A guard in one must not let through what it could not read.</summary>
public partial class ExampleTests
{
    [Fact]
    public void NoExampleLetsThroughWhatItCannotRead() =>
        Assert.Empty(Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)).SelectMany(file => OpenGuard().Matches(Repository.Read(file)).Select(guard => $"{file}: {guard.Value}")));

    [Theory]
    [InlineData("call.TryGetAct<ShellAct>(out var shell) && Bad(shell.Command)\n    ? HookResult.Cancel(\"no\")\n    : HookResult.Continue;", true)]
    [InlineData("call.Arguments.TryGetString(\"command\", out var command) && Bad(command) ? HookResult.Cancel(\"no\") : HookResult.Continue;", true)]
    [InlineData("call.TryGetAct<ShellAct>(out var shell) && !Bad(shell.Command)\n    ? HookResult.Continue\n    : HookResult.Cancel(\"no\");", false)]
    public void ThePatternIsTheMistake(string example, bool isOpen) => Assert.Equal(isOpen, OpenGuard().IsMatch(example));

    [GeneratedRegex(@"TryGet(Act|String)\b[^;?]*&&[^;?]*\?\s*HookResult\.(Cancel|Ask)")]
    private static partial Regex OpenGuard();
}
