namespace Hooks.Analyzers.Tests.Rules;

public class Hook101GroupNeverMatchesTests
{
    private const string Id = "HOOK101";

    [Theory]
    [InlineData("\"[|Bash.*|]\"", "has the regular expression 'Bash.*', but a pattern has only '*' for any text and '?' for one character; write 'Bash*'")]
    [InlineData("\"[|(Edit|Write)|]\"", "has the regular expression '(Edit|Write)', but a pattern has only '*' for any text and '?' for one character; write \"Edit\", \"Write\"")]
    [InlineData("\"[|Bash(git *)|]\"", "has the permission rule 'Bash(git *)', but only the tool's name is compared; write 'Bash' and test the call's arguments in the hook")]
    [InlineData("\"[|mcp__github|]\"", "has 'mcp__github', which is a server and no tool of it; write 'mcp__github__*'")]
    [InlineData("\"[|!Bash|]\"", "has '!Bash', but no tool can be excluded; name those that are meant, or test the tool's name in the hook")]
    [InlineData("\"[|Edit|Write|]\"", "has the list 'Edit|Write' as one name; write \"Edit\", \"Write\"")]
    [InlineData("\"[|Edit, Write|]\"", "has the list 'Edit, Write' as one name; write \"Edit\", \"Write\"")]
    [InlineData("\"[|@shell|]\"", "has the group '@shell' in it, which is not followed; give it the names, or write '@x|@shell' in Tools")]
    [InlineData("\"[|@nobody|]\"", "has the group '@nobody' in it, which is not followed; give it the names, or write '@x|@nobody' in Tools")]
    [InlineData("[|\"\"|]", "has a blank name, which matches no tool; remove it")]
    [InlineData("[|\"  \"|]", "has a blank name, which matches no tool; remove it")]
    [InlineData("\"deploy\", \" [|^Bash$|] \"", "has the regular expression '^Bash$', but a pattern has only '*' for any text and '?' for one character; write 'Bash'")]
    public Task EachKind(string names, string message) => Expect.FindAsync(Id, Group(names), $"The group '@x' {message}");

    [Fact]
    public Task EachNameIsLookedAt() => Expect.FindAsync(Id, Group("\"Bash\", \"[|Bash.*|]\", \"deploy\", \"[|@shell|]\", [|\"\"|]"));

    [Theory]
    [InlineData("new[] { \"Bash\", \"[|Bash.*|]\" }")]
    [InlineData("new string[] { \"[|Bash.*|]\" }")]
    [InlineData("tools: \"[|Bash.*|]\"")]
    [InlineData("tools: new[] { \"[|Bash.*|]\" }")]
    [InlineData("[|\"Bash\" + \".*\"|]")]
    [InlineData("[|Names.Bash|]")]
    [InlineData("[|\"\\\\w+\"|]")]
    [InlineData("@\"[|\\w+|]\"")]
    public Task OtherSpellings(string names) => Expect.FindAsync(Id, Group(names) + "static class Names { internal const string Bash = \"^Bash$\"; }");

    [Theory]
    [InlineData("[assembly: ToolGroup(tools: new[] { \"[|Bash.*|]\" }, group: \"@x\")]")]
    [InlineData("[assembly: System.CLSCompliant(false), Hooks.ToolGroupAttribute(\"x\", \"[|Bash.*|]\")]")]
    [InlineData("using Tools = Hooks.ToolGroupAttribute; [assembly: Tools(\" @x \", \"[|Bash.*|]\")]")]
    public Task OtherAttributes(string source) => Expect.FindAsync(
        Id,
        source,
        "The group '@x' has the regular expression 'Bash.*', but a pattern has only '*' for any text and '?' for one character; write 'Bash*'");

    [Theory]
    [InlineData("[assembly: ToolGroup(\"@x\")]")]
    [InlineData("[assembly: ToolGroup(\"@x\", new string[0])]")]
    [InlineData("[assembly: ToolGroup(\"@x\", null!)]")]
    [InlineData("[assembly: ToolGroup(\"@x\", \"execute_command\", \"sql_*\", \"mcp__github__*\", \"mcp__*\", \"*_file\", \"a?c\")]")]
    [InlineData("[assembly: ToolGroup(\"@x\", \"github.*\", \"Read File\", \"acme/deploy\", \"Deploy (production)\", \" Bash \")]")]
    public Task NamesThatMayMatch(string source) => Expect.NothingAsync(Id, source);

    [Fact]
    public async Task AFixWritesWhatWasMeant()
    {
        var before = Group("\"Bash.*\", \"mcp__github\", \"Edit,Write\"");
        await Fix.AppliesAsync(Id, before, before.Replace("Bash.*", "Bash*", StringComparison.Ordinal), "Change to 'Bash*'");
        Assert.Empty(await Fix.TitlesAsync(Id, Group("\"(Edit|Write)\"")));
        Assert.Empty(await Fix.TitlesAsync(Id, Group("\"@shell\"")));
        Assert.Empty(await Fix.TitlesAsync(Id, Group("\"\"")));
    }

    private static string Group(string names) => $"[assembly: ToolGroup(\"@x\", {names})]\n";
}
