using Hooks.Shared;

namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK001: what a hook may return.</summary>
public class ReturnTypeTests
{
    [Theory]
    [InlineData("void", 0)]
    [InlineData("Task", 1)]
    [InlineData("ValueTask", 2)]
    [InlineData("HookResult", 3)]
    [InlineData("Task<HookResult>", 4)]
    [InlineData("ValueTask<HookResult>", 5)]
    [InlineData("System.Threading.Tasks.ValueTask<global::Hooks.HookResult>", 5)]
    public void Allowed(string type, int shape)
    {
        var hook = Parsed.Hook($"public static class Guards {{ [Hook(HookPoint.BeforeToolCall)] public static {type} Check(ToolCallContext c) => throw null!; }}");

        Assert.Equal((HookReturn)shape, hook.Returns);
    }

    [Theory]
    [InlineData("int")]
    [InlineData("bool")]
    [InlineData("object")]
    [InlineData("HookResult?")]
    [InlineData("HookResultKind")]
    [InlineData("Task<bool>")]
    [InlineData("Task<HookResult?>")]
    [InlineData("ValueTask<Task<HookResult>>")]
    [InlineData("IAsyncEnumerable<HookResult>")]
    [InlineData("HookResult[]")]
    [InlineData("dynamic")]
    [InlineData("(HookResult, int)")]
    [InlineData("ref HookResult")]
    [InlineData("ref readonly HookResult")]
    public void Refused(string type) =>
        Assert.False(Parsed.Member($"public static {type} Check(ToolCallContext c) => throw null!;"));

    [Fact]
    public void NullableAnnotationIsIgnored() =>
        Assert.True(Parsed.Member("public static Task<HookResult>? Check(ToolCallContext c) => null;"));

    [Fact]
    public void TypesOfTheSameNamesAreNotTheFrameworks() =>
        Assert.Empty(Parsed.Hooks("""
            namespace Acme
            {
                public class Task;
                public class Task<T>;
                public struct HookResult;

                public static class Guards
                {
                    [Hook(HookPoint.BeforeToolCall)] public static Task A(ToolCallContext c) => throw null!;
                    [Hook(HookPoint.BeforeToolCall)] public static Task<global::Hooks.HookResult> B(ToolCallContext c) => throw null!;
                    [Hook(HookPoint.BeforeToolCall)] public static HookResult C(ToolCallContext c) => default;
                }
            }
            """));
}
