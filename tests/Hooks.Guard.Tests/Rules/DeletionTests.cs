namespace Hooks.Guard.Tests.Rules;

public sealed class DeletionTests : IDisposable
{
    private readonly GuardScene _scene = new();

    public DeletionTests()
    {
        _scene.File("src/a.cs");
        if (!OperatingSystem.IsWindows())
            Directory.CreateSymbolicLink(Path.Combine(_scene.Workspace, "link"), _scene.Outside);
    }

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("rm -rf ../outside")]
    [InlineData("rm -r -f ../outside")]
    [InlineData("rm --recursive --force -- ../outside")]
    [InlineData("rm -rf /")]
    [InlineData("rm -rf /*")]
    [InlineData("rm -rf --no-preserve-root /")]
    [InlineData("rm -rf ~")]
    [InlineData("rm -rf ~/work")]
    [InlineData("rm -rf src/../../outside")]
    [InlineData("rm -rf build ../outside")]
    [InlineData("rm -rf link/")]
    [InlineData("rm -rf link/sub")]
    [InlineData("rm -rf link/../x")]
    [InlineData("rm -rf l*/sub")]
    [InlineData("rm -rf .")]
    [InlineData("rm -rf ./")]
    [InlineData("rm -rf *")]
    [InlineData("rm -rf ./*")]
    [InlineData("rm -rf src/../*")]
    [InlineData("sudo rm -rf /var")]
    [InlineData("RM -RF /var")]
    [InlineData("/bin/rm -rf /var")]
    [InlineData("cd .. && rm -rf outside")]
    [InlineData("cd ..; rm -rf outside")]
    [InlineData("cd / && rm -rf var")]
    [InlineData("cd; rm -rf work")]
    [InlineData("(cd ..; rm -rf outside)")]
    [InlineData("false && cd src; rm -rf ../outside")]
    [InlineData("if false; then cd src; fi; rm -rf ../outside")]
    [InlineData("cd src & rm -rf ../outside")]
    [InlineData("cd src && ls & rm -rf ../outside")]
    [InlineData("cd src && (ls; ls) & rm -rf ../outside")]
    [InlineData("cd src && { ls; ls; } & rm -rf ../outside")]
    [InlineData("(cd ..; ls & rm -rf outside)")]
    [InlineData("cd .. && ls | wc -l; rm -rf outside")]
    [InlineData("ls | cd ..; rm -rf outside")]
    [InlineData("false && cd src; (rm -rf ../outside)")]
    [InlineData("true || cd src && rm -rf ../outside")]
    [InlineData("rm a; cd link && cd gone; rm -rf a")]
    [InlineData("ls; cd gone; (ls) && rm -rf ../outside")]
    [InlineData("if false; then cd src; fi && rm -rf ../outside")]
    [InlineData("while false; do cd src; done > x && rm -rf ../outside")]
    [InlineData("! cd gone && rm -rf ../outside")]
    [InlineData("time ! cd gone && rm -rf ../outside")]
    [InlineData("sh -c 'pushd src; rm -rf ../outside'")]
    [InlineData("cd link; cd ../work/src && rm -rf ../../outside")]
    [InlineData("cd gone; env cd src && rm -rf ../../outside")]
    [InlineData("false && cd src; echo $(rm -rf ../outside)")]
    [InlineData("false && eval 'cd src'; rm -rf ../outside")]
    [InlineData("rm -rf src; cd src; rm -rf ../outside")]
    [InlineData("(cd src); rm -rf ../outside")]
    [InlineData("cd src | true; rm -rf ../outside")]
    [InlineData("cd gone; rm -rf ../outside")]
    [InlineData("find .. -name '*.txt' -delete")]
    [InlineData("find / -name x -exec rm -rf {} +")]
    [InlineData("find . -delete")]
    [InlineData("find /var -name '*.log' | xargs rm -f")]
    [InlineData("rmdir ../outside")]
    [InlineData("unlink ../outside/a")]
    [InlineData("shred -u ../outside/a")]
    [InlineData("mv ../outside/a src")]
    [InlineData("mv -t src ../outside/a")]
    [InlineData("git -C ../outside clean -fdx")]
    [InlineData("cd ../outside && git clean -fdx")]
    [InlineData("bash -c 'rm -rf ../outside'")]
    [InlineData("echo $(rm -rf ../outside)")]
    [InlineData("[[ a ]]; rm -rf ../outside")]
    [InlineData("[[ a ]]\nrm -rf ../outside")]
    [InlineData("[[ a && b ]]; rm -rf ../outside")]
    [InlineData("sh -c '[[ a || rm -rf ../outside ]]'")]
    [InlineData("</dev/null [[ ; rm -rf ../outside ; : ]]")]
    [InlineData("2>&1 [[ ; rm -rf ../outside ; : ]]")]
    [InlineData("time ! rm -rf ../outside")]
    [InlineData("noglob rm -rf ../outside")]
    [InlineData("flock lock rm -rf ../outside")]
    [InlineData("taskset -c 1 rm -rf ../outside")]
    [InlineData("bash -s x <<'EOF'\nrm -rf ../outside\nEOF")]
    [InlineData("source /dev/stdin <<'EOF'\nrm -rf ../outside\nEOF")]
    [InlineData(". /dev/stdin <<< 'rm -rf ../outside'")]
    [InlineData("bash /proc/self/fd/0 <<< 'rm -rf ../outside'")]
    [InlineData("bash /dev/fd/3 3<<< 'rm -rf ../outside'")]
    [InlineData("trap -- 'rm -rf ../outside' EXIT")]
    [InlineData("eval -- 'rm -rf ../outside'")]
    [InlineData("find . -maxdepth 0 -exec rm -rf + ../outside \\;")]
    [InlineData("find . -exec rm -rf {} +")]
    [InlineData("find . -mindepth 1 -delete")]
    [InlineData("find . | xargs rm -rf")]
    [InlineData("rm -rf l*/")]
    [InlineData("rm -rf ..*")]
    [InlineData("rm -rf ..*/x")]
    [InlineData("rm -rf .[!a]/outside")]
    [InlineData("rm -rf */../out*/a")]
    [InlineData("rm -rf **")]
    [InlineData("git rm -rfq .")]
    public void A_delete_outside_or_of_everything_is_denied(string command)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal("deny no-outside-deletes", _scene.Shell(command));
    }

    [Theory]
    [InlineData("rm -rf $DIR")]
    [InlineData("rm -rf \"$DIR/build\"")]
    [InlineData("rm -rf $(cat list)")]
    [InlineData("rm -rf {src,/etc}")]
    [InlineData("rm -rf ~root/x")]
    [InlineData("cd $X && rm -rf build")]
    [InlineData("cd - && rm -rf build")]
    [InlineData("ls | xargs rm")]
    [InlineData("find -L . -name x -delete")]
    [InlineData("for f in *.o; do rm $f; done")]
    [InlineData("git clean -fd")]
    [InlineData("git clean -xfd")]
    [InlineData("git clean -fdx -enode_modules")]
    [InlineData("git clean -fdx -- -n")]
    [InlineData("rm -rf $X-r")]
    [InlineData("rm -rf $X-/../../outside")]
    [InlineData("rm -rf **/link/a")]
    [InlineData("cd src/deep; for i in 1 2 3; do cd ..; done; rm -rf outside")]
    [InlineData("cd src/deep; for i in 1 2 3; do eval 'cd ..'; done; rm -rf outside")]
    [InlineData("cd src/deep; while cd ..; do rm -rf outside; done")]
    public void What_may_be_anything_is_asked_about(string command) => Assert.Equal("ask no-outside-deletes", _scene.Shell(command));

    [Theory]
    [InlineData("rm -rf ./build")]
    [InlineData("rm -rf build 2>/dev/null || true")]
    [InlineData("rm -f ./src/../b *.o")]
    [InlineData("rm -rf src/*")]
    [InlineData("rm -rf s*/bin")]
    [InlineData("rm link")]
    [InlineData("rm -- -rf")]
    [InlineData("cd src && rm -rf ../build")]
    [InlineData("cd src && cd .. && rm -rf build")]
    [InlineData("cd src; rm ../build/x; cd ..; rm -rf build")]
    [InlineData("mkdir -p new && cd new && rm -rf ../build")]
    [InlineData("pushd src && rm a.cs")]
    [InlineData("cd src && (ls) && rm -rf ../build")]
    [InlineData("cd src && echo $(date) && rm -rf ../build")]
    [InlineData("cd src && if true; then rm -rf ../build; fi")]
    [InlineData("find . -name '*.o' -delete")]
    [InlineData("find src -type f -name '*.tmp' -exec rm -f {} \\;")]
    [InlineData("find . -name '*.pyc' -print0 | xargs -0 rm -f")]
    [InlineData("find . -name '*.cs' | xargs -I{} wc -l {}")]
    [InlineData("git clean -n")]
    [InlineData("[[ -d src && $X == 1 ]] && rm -rf build")]
    [InlineData("find src -type f -exec rm {} +")]
    [InlineData("for d in a b; do (cd src && rm -rf bin); done")]
    [InlineData("git rm -r --cached .")]
    [InlineData("git clean -fdn")]
    [InlineData("git rm --cached src/a.cs")]
    [InlineData("echo \"rm -rf /\"")]
    [InlineData("echo rm -rf /")]
    [InlineData("printf '%s\\n' 'rm -rf ~'")]
    [InlineData("grep -rn 'rm -rf /' .")]
    [InlineData("mv src/a.cs src/b.cs")]
    public void A_delete_inside_goes_through(string command)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal("continue", _scene.Shell(command));
    }

    [Theory]
    [InlineData("Remove-Item -Recurse -Force ..\\outside", "deny no-outside-deletes")]
    [InlineData("Remove-Item -Path:../outside -Recurse", "deny no-outside-deletes")]
    [InlineData("remove-item 'C:\\Windows' -Recurse", "deny no-outside-deletes")]
    [InlineData("ri -r ../outside; ls", "deny no-outside-deletes")]
    [InlineData("Get-ChildItem; del -Recurse ..\\*", "deny no-outside-deletes")]
    [InlineData("Set-Location ..; Remove-Item outside -Recurse", "deny no-outside-deletes")]
    [InlineData("Remove-Item -Recurse $dir", "ask ask-when-unclear")]
    [InlineData("Get-ChildItem .. | Remove-Item -Recurse", "ask no-outside-deletes")]
    [InlineData("Get-ChildItem | ForEach-Object { Remove-Item .. }", "ask ask-when-unclear")]
    [InlineData("& 'Remove-Item' ..", "ask ask-when-unclear")]
    [InlineData("Remove-Item a,..\\b", "ask ask-when-unclear")]
    [InlineData("Remove-Item -Recurse -Force build", "continue")]
    [InlineData("Remove-Item .\\src\\a.cs 2>$null", "continue")]
    [InlineData("Get-ChildItem -Recurse; Write-Output 'Remove-Item C:\\'", "continue")]
    [InlineData("dotnet test; git status", "continue")]
    public void PowerShell_is_judged_where_it_is_plain(string command, string verdict) => Assert.Equal(verdict, _scene.Shell(command, "PowerShell"));

    [Theory]
    [InlineData("a/")]
    [InlineData("*/")]
    public void A_path_that_no_system_takes_is_asked_about(string part) => Assert.Equal("ask no-outside-deletes", _scene.Shell("rm -rf " + string.Concat(Enumerable.Repeat(part, 100_000))));

    [Fact]
    public void Folders_can_be_opened_and_the_workspace_set()
    {
        _scene.Set("GUARD_FOLDERS", _scene.Outside);
        Assert.Equal("continue", _scene.Shell("rm -rf ../outside/x"));
        Assert.Equal("deny no-outside-deletes", _scene.Shell("rm -rf ../outside"));
        _scene.Set("GUARD_WORKSPACE", Path.Combine(_scene.Workspace, "src"));
        Assert.Equal("deny no-outside-deletes", _scene.Shell("rm -rf build"));
        Assert.Equal("continue", _scene.Shell("rm -rf src/a.cs"));
    }

    [Fact]
    public void An_agent_that_has_gone_elsewhere_keeps_its_workspace()
    {
        _scene.Set("CLAUDE_PROJECT_DIR", _scene.Workspace);
        Assert.Equal("deny no-outside-deletes", _scene.Verdict("Bash", new() { ["command"] = "rm -rf x" }, _scene.Outside));
        Assert.Equal("continue", _scene.Verdict("Bash", new() { ["command"] = "rm -rf ../work/x" }, _scene.Outside));
    }
}
