namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK005: async void.</summary>
public class AsyncVoidTests
{
    [Fact]
    public void Refused() => Assert.False(Parsed.Member("public static async void Check(ToolCallContext c) => await Task.Yield();"));

    [Theory]
    [InlineData("async Task Check(ToolCallContext c) => await Task.Yield();")]
    [InlineData("async ValueTask Check(ToolCallContext c) => await Task.Yield();")]
    [InlineData("async Task<HookResult> Check(ToolCallContext c) { await Task.Yield(); return HookResult.Continue; }")]
    [InlineData("void Check(ToolCallContext c) { }")]
    public void NearMisses(string method) => Assert.True(Parsed.Member("public static " + method));
}
