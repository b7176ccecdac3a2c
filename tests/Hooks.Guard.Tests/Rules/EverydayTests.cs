using System.Runtime.CompilerServices;

namespace Hooks.Guard.Tests.Rules;

// Guards against false alarms: a guard that is in the way is switched off. Everyday.txt has commands that agents run every day, with \n for the end of a line.
public sealed class EverydayTests : IDisposable
{
    private readonly GuardScene _scene = new();

    public EverydayTests()
    {
        _scene.File("src/a.cs");
        Directory.CreateDirectory(Path.Combine(_scene.Workspace, "build"));
    }

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void What_stays_in_the_workspace_goes_through()
    {
        if (OperatingSystem.IsWindows())
            return;
        var commands = Inside();
        Assert.True(commands.Length > 300);
        string[] stopped = [.. commands.Where(command => _scene.Shell(command.Replace("\\n", "\n", StringComparison.Ordinal)) != "continue")];
        Assert.Empty(stopped);
    }

    // Each of them starts something that may write outside the workspace, or what the guard cannot read.
    [Theory]
    [InlineData("strace -f ./a", "ask ask-when-unclear")]
    [InlineData("cat > /tmp/x.py <<'EOF'\\nprint(1)\\nEOF", "deny no-outside-writes")]
    [InlineData("npm run dev > /tmp/log 2>&1 &", "deny no-outside-writes")]
    [InlineData("git -C ../lib pull", "ask no-outside-writes")]
    [InlineData("cd ../lib && npm run build", "ask no-outside-writes")]
    [InlineData("docker run -v /tmp/x:/x img", "ask no-outside-writes")]
    [InlineData("python3 script.py ../data/in.csv", "ask no-outside-writes")]
    [InlineData("pytest --rootdir=..", "ask no-outside-writes")]
    [InlineData("npx tsc -p ../tsconfig.json", "ask no-outside-writes")]
    [InlineData("eslint --config ../.eslintrc src", "ask no-outside-writes")]
    [InlineData("psql -f ../x.sql", "ask no-outside-writes")]
    [InlineData("pip install ../lib", "ask no-outside-writes")]
    [InlineData("dotnet test ../X.sln", "ask no-outside-writes")]
    [InlineData("dotnet add reference ../Lib/Lib.csproj", "ask no-outside-writes")]
    [InlineData("dotnet sln add ../Lib/Lib.csproj", "ask no-outside-writes")]
    [InlineData("grep -rl foo src | xargs sed -i 's/foo/bar/g'", "ask no-outside-writes")]
    [InlineData("rg -l foo | xargs sed -i '' 's/foo/bar/'", "ask no-outside-writes")]
    [InlineData("mv ~/x.csv .", "deny no-outside-deletes")]
    [InlineData("ln -sf ../shared/config.json config.json", "ask no-outside-writes")]
    [InlineData("mvn -f ../pom.xml test", "ask no-outside-writes")]
    [InlineData("gradle -p ../x build", "ask no-outside-writes")]
    [InlineData("protoc -I../proto --go_out=. ../proto/x.proto", "ask no-outside-writes")]
    public void What_may_reach_further_is_asked_about_or_denied(string command, string verdict)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(verdict, _scene.Shell(command.Replace("\\n", "\n", StringComparison.Ordinal)));
    }

    private static string[] Inside([CallerFilePath] string source = "") => File.ReadAllLines(Path.Combine(Path.GetDirectoryName(source)!, "Everyday.txt"));
}
