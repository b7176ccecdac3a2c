namespace Hooks.Guard.Tests.Rules;

public sealed class SettingsTests : IDisposable
{
    private readonly GuardScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("GUARD_CODE", "maybe", "GUARD_CODE is 'maybe'; give 'ask' or 'allow'")]
    [InlineData("GUARD_WORKSPACE", "here", "GUARD_WORKSPACE has 'here'; give a path from the root")]
    [InlineData("GUARD_FOLDERS", "tmp", "GUARD_FOLDERS has 'tmp'; give a path from the root")]
    [InlineData("GUARD_AUDIT", "audit.jsonl", "GUARD_AUDIT has 'audit.jsonl'; give a path from the root")]
    public void A_mistake_closes_the_guard_and_is_named(string variable, string value, string mistake)
    {
        _scene.Set(variable, value);
        Assert.Equal("deny settings-are-right", _scene.Shell("ls"));
        Assert.Contains(mistake, _scene.Reason("Bash", new() { ["command"] = "ls" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_says_where_the_work_is_nothing_is_written() =>
        Assert.True(_scene.Dispatcher().BeforeToolCall(new() { ToolName = "Write", Arguments = new() { ["file_path"] = "a", ["content"] = "x" } }).IsCancel);
}
