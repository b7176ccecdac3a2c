namespace Hooks.Guard.Tests.Rules;

public sealed class UnclearTests : IDisposable
{
    private readonly GuardScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("echo 'open")]
    [InlineData("echo \"open")]
    [InlineData("echo `open")]
    [InlineData("echo $(open")]
    [InlineData("echo ${open")]
    [InlineData("echo )")]
    [InlineData("(echo")]
    [InlineData("echo x >")]
    [InlineData("echo > ; ls")]
    [InlineData("echo x\\")]
    [InlineData("cat <<EOF\nno end")]
    [InlineData("cat <<EOF")]
    [InlineData("fi")]
    [InlineData("if true; then ls")]
    [InlineData("case x in x) ls;; esac")]
    [InlineData("f() { ls; }; f")]
    [InlineData("function f { ls; }")]
    [InlineData("a=(1 2)")]
    [InlineData("((i++))")]
    [InlineData("$CMD x")]
    [InlineData("\"$CMD\" x")]
    [InlineData("$(which rm) x")]
    [InlineData("r? x")]
    [InlineData("$'\\x72\\x6d' -rf /")]
    [InlineData("eval \"$X\"")]
    [InlineData("eval $(echo ls)")]
    [InlineData("bash -c \"$X\"")]
    [InlineData("bash -c")]
    [InlineData("bash $SCRIPT")]
    [InlineData("bash --rcfile x")]
    [InlineData("echo cm0= | base64 -d | sh")]
    [InlineData("cat script | bash -s")]
    [InlineData("cat list | sudo sh")]
    [InlineData("bash <<EOF\n$X\nEOF")]
    [InlineData("source $FILE")]
    [InlineData("env -S 'rm -rf /'")]
    [InlineData("sudo --chdir=/ ls")]
    [InlineData("timeout --what 5 ls")]
    [InlineData("alias ls=rm")]
    [InlineData("su -c 'rm -rf /'")]
    [InlineData("watch rm x")]
    [InlineData("cmd /c del x")]
    [InlineData("HOME=/x ls ~/y")]
    [InlineData("export IFS=x")]
    [InlineData("env BASH_ENV=x bash y")]
    [InlineData("GIT_CONFIG_COUNT=1 git status")]
    [InlineData("echo ${X:-$(ls)}")]
    [InlineData("echo $((`ls`))")]
    [InlineData("ls \u001b[2J")]
    [InlineData("ls \u202Etxt")]
    [InlineData("ls\r\nls")]
    [InlineData("ls \0")]
    [InlineData("pwsh -EncodedCommand AAAA")]
    [InlineData("ls ;; ls")]
    [InlineData("python3 -c 'import shutil'")]
    [InlineData("python - <<'EOF'\nimport os\nEOF")]
    [InlineData("perl -i -pe s/a/b/ x")]
    [InlineData("node -e 'x'")]
    [InlineData("node --eval=x")]
    [InlineData("node --no-warnings -e x")]
    [InlineData("node -r ./x -e y")]
    [InlineData("python3 -W ignore -Ic x")]
    [InlineData("ruby -e x")]
    [InlineData("echo 'import os' | python3")]
    [InlineData("awk 'BEGIN { system(\"ls\") }'")]
    [InlineData("echo x | xargs -I% sh -c 'ls %'")]
    public void What_cannot_be_understood_is_asked_about(string command) => Assert.Equal("ask ask-when-unclear", _scene.Shell(command));

    [Fact]
    public void So_is_what_is_too_much()
    {
        Assert.Equal("ask ask-when-unclear", _scene.Shell("echo " + new string('x', 300_000)));
        Assert.Equal("ask ask-when-unclear", _scene.Shell(string.Join(';', Enumerable.Repeat("ls", 3_000))));
        Assert.Equal("ask ask-when-unclear", _scene.Shell(string.Concat(Enumerable.Repeat("echo $(", 10_000))));
        Assert.Equal("ask ask-when-unclear", _scene.Shell(string.Concat(Enumerable.Repeat("sudo ", 40_000)) + "ls"));
        Assert.Equal("ask ask-when-unclear", _scene.Shell(string.Concat(Enumerable.Repeat("eval ", 40_000)) + "ls"));
        Assert.Equal("ask ask-when-unclear", _scene.Shell(string.Concat(Enumerable.Repeat("find . -exec ", 20_000)) + "ls"));
        Assert.Equal("ask ask-when-unclear", _scene.Shell(new string('(', 100_000) + new string(')', 100_000)));
    }

    [Theory]
    [InlineData("Bash")]
    [InlineData("Write")]
    [InlineData("apply_patch")]
    [InlineData("Read")]
    public void So_is_a_call_without_its_arguments(string tool) => Assert.Equal("ask ask-when-unclear", _scene.Verdict(tool, []));

    [Fact]
    public void A_denial_comes_before_the_question() =>
        Assert.Equal("deny no-outside-deletes", _scene.Shell("rm -rf /; $CMD"));

    [Fact]
    public void Code_can_be_let_through()
    {
        _scene.Set("GUARD_CODE", "allow");
        Assert.Equal("continue", _scene.Shell("python3 -c 'print(1)'"));
    }

    [Theory]
    [InlineData("dotnet test tests/X --filter 'A|B' -p:X=1")]
    [InlineData("npm run build && npm test -- --watch=false")]
    [InlineData("cd src && ls -la | head -n 20; pwd")]
    [InlineData("for f in *.txt; do wc -l \"$f\"; done")]
    [InlineData("while read -r line; do echo \"$line\"; done < list.txt")]
    [InlineData("if [ -f x ]; then echo yes; elif [ -d y ]; then echo no; else echo none; fi")]
    [InlineData("if [[ $X == a* && -n \"$Y\" ]]; then echo yes; fi")]
    [InlineData("i=0; while [ $i -lt 3 ]; do i=$((i + 1)); done")]
    [InlineData("X=1 Y=\"a b\" make -j$(nproc)")]
    [InlineData("export NODE_ENV=production; node server.js")]
    [InlineData("echo \"${HOME}/x\" '$HOME' \"it's\"")]
    [InlineData("set -euo pipefail; echo ok # done")]
    [InlineData("command -v git >/dev/null || echo none")]
    [InlineData("time -p make")]
    [InlineData("bash build.sh --fast")]
    [InlineData("bash -euxo pipefail build.sh")]
    [InlineData("sh -c 'echo $1' x y")]
    [InlineData("curl -sS https://example.com/api | jq -r '.items[] | .name'")]
    [InlineData("curl -sS https://example.com/api | python3 -m json.tool")]
    [InlineData("git log --oneline | awk '{ print $1 }' | sort -u")]
    [InlineData("awk -F: '$3 > 100 { print $1 }' /etc/passwd")]
    [InlineData("ps aux | grep '[d]otnet'")]
    [InlineData("python3 -m pytest -q")]
    [InlineData("python3 script.py -c x")]
    [InlineData("ruby -Itest test/a.rb")]
    [InlineData("python3 -m pytest -c pytest.ini")]
    [InlineData("node --test --experimental-print x.js")]
    [InlineData("node dist/index.js -e production")]
    [InlineData("sed -n '1,20p' src/a.cs")]
    [InlineData("rg -n 'foo\\(' --glob '!bin'")]
    [InlineData("docker compose up -d && docker compose logs --tail=50 web")]
    [InlineData("git stash && git checkout main && git pull --rebase")]
    [InlineData("gh pr create --title 'Fix: a (b)' --body \"$(cat body.md)\"")]
    [InlineData("cat <<'EOF' | wc -l\na $(b) `c`\nEOF")]
    [InlineData("trap 'echo bye' EXIT; sleep 1")]
    [InlineData("ls *.{cs,md}")]
    [InlineData("echo a\\ b \\\n  c")]
    [InlineData("kill $! 2>/dev/null; wait")]
    [InlineData("timeout 60 dotnet test")]
    [InlineData("find . -type f | xargs grep -l foo")]
    public void Everyday_commands_go_through(string command) => Assert.Equal("continue", _scene.Shell(command));
}
