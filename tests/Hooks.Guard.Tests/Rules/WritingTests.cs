namespace Hooks.Guard.Tests.Rules;

public sealed class WritingTests : IDisposable
{
    private readonly GuardScene _scene = new();

    public WritingTests()
    {
        _scene.File("src/a.cs", "one");
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateSymbolicLink(Path.Combine(_scene.Workspace, "out"), _scene.Outside);
        Directory.CreateSymbolicLink(Path.Combine(_scene.Workspace, "in"), "src");
        File.CreateSymbolicLink(Path.Combine(_scene.Workspace, "file"), Path.Combine(_scene.Outside, "not-there"));
        File.CreateSymbolicLink(Path.Combine(_scene.Workspace, "loop"), "loop");
    }

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("echo x > ../a")]
    [InlineData("echo x >> ../a")]
    [InlineData("echo x >| ../a")]
    [InlineData("echo x 2> ../a")]
    [InlineData("echo x &> ../a")]
    [InlineData("echo x >& ../a")]
    [InlineData("echo x >../a 2>&1")]
    [InlineData("> ../a")]
    [InlineData("cat <> ../a")]
    [InlineData("{ echo x; } > ../a")]
    [InlineData("(echo x) > ../a")]
    [InlineData("for i in 1 2; do echo $i; done > ../a")]
    [InlineData("echo x > out/a")]
    [InlineData("echo x > file")]
    [InlineData("echo x > in/../../a")]
    [InlineData("echo x > ~/a")]
    [InlineData("echo x > /etc/hosts")]
    [InlineData("echo x | tee -a ../a")]
    [InlineData("echo x | sudo tee /etc/hosts")]
    [InlineData("cp src/a.cs ..")]
    [InlineData("cp -t .. src/a.cs")]
    [InlineData("cp -rt .. src/a.cs")]
    [InlineData("cp --target=.. src/a.cs")]
    [InlineData("cp src/a.cs ou?")]
    [InlineData("cp src/a.cs ou*")]
    [InlineData("install -d ../a")]
    [InlineData("install -gstaff src/a.cs ../a")]
    [InlineData("rsync -t src/a.cs ../a")]
    [InlineData("find . -fprint ../a")]
    [InlineData("find . -fprintf ../a x")]
    [InlineData("curl -sSLo ../a https://example.com/a")]
    [InlineData("wget -qO ../a https://example.com/a")]
    [InlineData("tar --exclude=x -czf ../a.tar src")]
    [InlineData("sort -uo ../a src/a.cs")]
    [InlineData("git diff --output=../a")]
    [InlineData("git worktree add -b x ../a")]
    [InlineData("sed --in-pl s/a/b/ ../a")]
    [InlineData("link src/a.cs ../a")]
    [InlineData("cp --target-directory=.. src/a.cs")]
    [InlineData("mv src/a.cs ../a.cs")]
    [InlineData("install -m 755 src/a.cs /usr/local/bin/a")]
    [InlineData("dd if=src/a.cs of=../a")]
    [InlineData("sed -i s/a/b/ ../a")]
    [InlineData("sed -Ei.bak -e s/a/b/ ../a")]
    [InlineData("touch ../a")]
    [InlineData("mkdir -p ../a")]
    [InlineData("chmod -R 777 /etc")]
    [InlineData("curl -o ../a https://example.com/a")]
    [InlineData("curl -o../a https://example.com/a")]
    [InlineData("wget -O ../a https://example.com/a")]
    [InlineData("tar xf a.tar -C ..")]
    [InlineData("tar --directory=.. -xf a.tar")]
    [InlineData("tar czf ../a.tar src")]
    [InlineData("patch ../a.cs < a.patch")]
    [InlineData("git archive -o ../a.tar HEAD")]
    [InlineData("mkfs.ext4 -q /dev/sda")]
    [InlineData("unzip a.zip -d ..")]
    [InlineData("git clone https://example.com/x.git ../x")]
    [InlineData("cd .. && echo x > a")]
    [InlineData("sh -c 'cd src && echo x &> ../a'")]
    [InlineData("cd src && echo x &>> ../a")]
    public void Writing_outside_is_denied(string command)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal("deny no-outside-writes", _scene.Shell(command));
    }

    [Theory]
    [InlineData("echo x > $FILE")]
    [InlineData("echo x > \"$DIR/a\"")]
    [InlineData("echo x > loop")]
    [InlineData("cp src/a.cs $DIR")]
    [InlineData("cp $OPTIONS src/a.cs src/b.cs")]
    [InlineData("ln -s /etc x && echo y > x/hosts")]
    [InlineData("ln -s ../outside x")]
    [InlineData("cd \"$X\" && echo x > a")]
    public void What_may_be_outside_is_asked_about(string command)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal("ask no-outside-writes", _scene.Shell(command));
    }

    [Theory]
    [InlineData("echo x > a")]
    [InlineData("echo x > src/new/a")]
    [InlineData("echo x > in/a")]
    [InlineData("make > build.log 2>&1")]
    [InlineData("make 2>&1 | tee build.log")]
    [InlineData("make >/dev/null 2>&1")]
    [InlineData("make &>/dev/null")]
    [InlineData("cd src && make &> log && echo x > b")]
    [InlineData("cd src; make &> ../log; echo x > ../b")]
    [InlineData("echo x >&2")]
    [InlineData("exec 3>&-")]
    [InlineData("[[ 1 < 2 && a > b ]] && echo '> ../a'")]
    [InlineData("cat < /etc/hostname")]
    [InlineData("cp /etc/hostname src/name")]
    [InlineData("cp -r src backup")]
    [InlineData("sed -n 's/a/b/p' /etc/hosts")]
    [InlineData("sed -i 's/a/b/' src/a.cs")]
    [InlineData("tar czf src.tgz src")]
    [InlineData("curl -sSfL https://example.com/a -o a")]
    [InlineData("ln -s src/a.cs b.cs")]
    [InlineData("mkdir -p src/x && touch src/x/y")]
    [InlineData("cat > notes.md <<'EOF'\n# Title\n$(rm -rf /) > ../a `x`\nEOF")]
    [InlineData("echo \"a > ../b\"")]
    [InlineData("git diff > change.patch")]
    [InlineData("dotnet build -c Release -o out2 | grep -E 'error|warn'")]
    public void Writing_inside_goes_through(string command)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal("continue", _scene.Shell(command));
    }

    [Theory]
    [InlineData("Write", "src/b.cs", "continue")]
    [InlineData("Write", "in/b.cs", "continue")]
    [InlineData("Write", "../b.cs", "deny no-outside-writes")]
    [InlineData("Write", "out/b.cs", "deny no-outside-writes")]
    [InlineData("Write", "file", "deny no-outside-writes")]
    [InlineData("Write", "out/../b.cs", "deny no-outside-writes")]
    [InlineData("Write", "loop/b.cs", "ask no-outside-writes")]
    [InlineData("Write", "/etc/hosts", "deny no-outside-writes")]
    [InlineData("Write", "~/b.cs", "deny no-outside-writes")]
    [InlineData("write_file", "..\\b.cs", "deny no-outside-writes")]
    [InlineData("write_file", "C:\\Windows\\b.cs", "deny no-outside-writes")]
    [InlineData("create", "src\\b.cs", "continue")]
    public void So_are_file_tools(string tool, string path, string verdict)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(verdict, _scene.Verdict(tool, new() { ["file_path"] = path, ["content"] = "x" }));
    }

    [Theory]
    [InlineData("*** Add File: src/b.cs\n+x", "continue")]
    [InlineData("*** Add File: ../b.cs\n+x", "deny no-outside-writes")]
    [InlineData("*** Update File: src/a.cs\n*** Move to: ../a.cs\n@@\n-one\n+two", "deny no-outside-writes")]
    [InlineData("*** Add File: src/b.cs\n+x\n*** Delete File: ../c.cs", "deny no-outside-writes")]
    [InlineData("*** Something: src/b.cs", "ask ask-when-unclear")]
    public void And_every_file_of_a_patch(string patch, string verdict) =>
        Assert.Equal(verdict, _scene.Verdict("apply_patch", new() { ["input"] = $"*** Begin Patch\n{patch}\n*** End Patch" }));

    [Fact]
    public void A_folder_that_is_a_link_itself_is_where_it_leads()
    {
        if (OperatingSystem.IsWindows())
            return;
        var link = Path.Combine(_scene.Home, "project");
        Directory.CreateSymbolicLink(link, _scene.Workspace);
        Assert.Equal("continue", _scene.Verdict("Write", new() { ["file_path"] = Path.Combine(link, "b.cs"), ["content"] = "x" }, link));
        Assert.Equal("continue", _scene.Verdict("Write", new() { ["file_path"] = Path.Combine(_scene.Workspace, "b.cs"), ["content"] = "x" }, link));
    }
}
