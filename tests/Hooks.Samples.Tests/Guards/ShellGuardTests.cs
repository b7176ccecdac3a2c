using GuardedAgent.Guards;

namespace Hooks.Samples.Tests.Guards;

public sealed class ShellGuardTests : IDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("guards-").FullName;

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [Theory]
    [InlineData("git push --force")]
    [InlineData("git push -f origin main")]
    [InlineData("git push -uf origin main")]
    [InlineData("git push origin +main")]
    [InlineData("git push --force-with-lease origin")]
    [InlineData("git push --mirror")]
    [InlineData("git -C sub -c a=b push 'origin' \"--force\"")]
    [InlineData("/usr/bin/git push --fo\\rce")]
    [InlineData("ls; git push >&2 --force")]
    [InlineData("GIT_TRACE=1 sudo -E git push -f")]
    [InlineData("sh -c 'git push -f'")]
    [InlineData("bash -ec \"git push -f\"")]
    [InlineData("echo \"$(git push -f)\"")]
    [InlineData("echo `git push -f`")]
    [InlineData("{ git push -f; }")]
    [InlineData("if true; then git push -f; fi")]
    [InlineData("git push $OPTIONS")]
    public void A_force_push_is_denied(string command) => Assert.True(ForcePushGuard.Check(Call(command)).IsCancel);

    [Theory]
    [InlineData("git push origin main")]
    [InlineData("git commit -m 'never git push --force'")]
    [InlineData("echo git push --force")]
    [InlineData("git pull --force")]
    [InlineData("ls -f # git push -f")]
    [InlineData("git stash push -- --force")]
    public void Anything_else_is_not(string command) => Assert.True(ForcePushGuard.Check(Call(command)).IsContinue);

    [Theory]
    [InlineData("rm -rf ../neighbour")]
    [InlineData("rm -rf /")]
    [InlineData("rm -rf ~")]
    [InlineData("rm -rf $HOME")]
    [InlineData("rm -rf .")]
    [InlineData("rm -rf a/../../b")]
    [InlineData("cd .. && rm -rf neighbour")]
    [InlineData("cd $X; rm -rf neighbour")]
    [InlineData("ls | xargs rm")]
    [InlineData("find .. -name '*.txt' -delete")]
    [InlineData("sh -c 'rm -rf ../neighbour'")]
    [InlineData("rmdir link/b")]
    public void A_delete_outside_is_denied(string command)
    {
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(Path.Combine(_workspace, "link"), Path.GetTempPath());
        Assert.True(DeletionGuard.Check(Call(command)).IsCancel || OperatingSystem.IsWindows());
    }

    [Theory]
    [InlineData("rm -rf build")]
    [InlineData("rm -rf build 2>/dev/null")]
    [InlineData("rm -f ./a/../b *.o")]
    [InlineData("cd src && rm ../build/x")]
    [InlineData("find . -name '*.o' -delete")]
    [InlineData("echo rm -rf /")]
    public void A_delete_inside_is_not(string command) => Assert.True(DeletionGuard.Check(Call(command)).IsContinue);

    [Fact]
    public void A_link_out_of_the_workspace_is_outside()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(Path.Combine(_workspace, "out"), "/etc");
        File.CreateSymbolicLink(Path.Combine(_workspace, "in"), ".");
        File.CreateSymbolicLink(Path.Combine(_workspace, "loop"), "loop");
        Assert.False(WorkspacePath.IsInside(_workspace, "out/hosts"));
        Assert.False(WorkspacePath.IsInside(_workspace, "in/out/hosts"));
        Assert.False(WorkspacePath.IsInside(_workspace, "loop/a"));
        Assert.False(WorkspacePath.IsInside(_workspace, $"{_workspace}x/a"));
        Assert.True(WorkspacePath.IsInside(_workspace, "in/in/a"));
    }

    [Fact]
    public void Secrets_are_found_however_deep()
    {
        const string key = "ghp_0123456789012345678901234567890123456789";
        var call = new ToolCallContext
        {
            ToolName = "any",
            Arguments = HookArguments.Parse($$"""{"a": ["x", {"b": "token {{key}}!" }], "c": 1}"""),
        };
        Assert.True(SecretRedaction.Redact(call).IsModified);
        Assert.Equal("""{"a":["x",{"b":"token [redacted]!"}],"c":1}""", call.Arguments.ToJson());
        Assert.True(SecretRedaction.Redact(call).IsContinue);
    }

    private ToolCallContext Call(string command) => new()
    {
        ToolName = "run_shell",
        WorkingDirectory = _workspace,
        Arguments = new() { ["command"] = command },
    };
}
