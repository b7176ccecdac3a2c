namespace Hooks.Guard.Tests.Rules;

public sealed class UnfinishedWorkTests : IDisposable
{
    private readonly GuardScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(".git/MERGE_HEAD", "a merge is not finished")]
    [InlineData(".git/rebase-merge/done", "a rebase is not finished")]
    [InlineData(".git/CHERRY_PICK_HEAD", "a cherry-pick is not finished")]
    public void The_agent_is_sent_back_once(string file, string reason)
    {
        _scene.File(file);
        var below = Directory.CreateDirectory(Path.Combine(_scene.Workspace, "src")).FullName;
        var verdict = _scene.Dispatcher().BeforeAgentStop(new() { WorkingDirectory = below });
        Assert.Equal(HookResultKind.Retry, verdict.Kind);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
        Assert.True(_scene.Dispatcher().BeforeAgentStop(new() { WorkingDirectory = below, ContinuationCount = 1 }).IsContinue);
    }

    [Fact]
    public void A_second_worktree_has_its_own_state()
    {
        _scene.File("main/.git/worktrees/b/MERGE_HEAD");
        _scene.File("b/.git", "gitdir: ../main/.git/worktrees/b\n");
        Assert.Equal(HookResultKind.Retry, _scene.Dispatcher().BeforeAgentStop(new() { WorkingDirectory = Path.Combine(_scene.Workspace, "b") }).Kind);
    }

    [Fact]
    public void Otherwise_it_may_stop()
    {
        _scene.File(".git/HEAD");
        Assert.True(_scene.Dispatcher().BeforeAgentStop(new() { WorkingDirectory = _scene.Workspace }).IsContinue);
        Assert.True(_scene.Dispatcher().BeforeAgentStop(new()).IsContinue);
    }
}
