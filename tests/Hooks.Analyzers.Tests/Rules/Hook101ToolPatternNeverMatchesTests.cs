using System.Globalization;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook101ToolPatternNeverMatchesTests
{
    private const string Id = "HOOK101";

    private static readonly ProjectOf Program = sources => HookCompilation.Program([.. sources, "return;"]);

    [Theory]
    [InlineData("[|^Bash$|]", "has the regular expression '^Bash$', but a pattern has only '*' for any text and '?' for one character; write 'Bash'")]
    [InlineData("[|Bash.*|]", "has the regular expression 'Bash.*', but a pattern has only '*' for any text and '?' for one character; write 'Bash*'")]
    [InlineData("[|(Edit|Write)|]", "has the regular expression '(Edit|Write)', but a pattern has only '*' for any text and '?' for one character; write 'Edit|Write'")]
    [InlineData("[|mcp__.*|]", "has the regular expression 'mcp__.*', but a pattern has only '*' for any text and '?' for one character; write 'mcp__*'")]
    [InlineData("[|[Bb]ash|]", "has the regular expression '[Bb]ash', but a pattern has only '*' for any text and '?' for one character")]
    [InlineData("[|Bash(git *)|]", "has the permission rule 'Bash(git *)', but only the tool's name is compared; write 'Bash' and test the call's arguments in the hook")]
    [InlineData("[|mcp__github|]", "has 'mcp__github', which is a server and no tool of it; write 'mcp__github__*'")]
    [InlineData("[|Edit,Write|]", "has the list 'Edit,Write', but alternatives are separated by '|'; write 'Edit|Write'")]
    [InlineData("[|!Bash|]", "has '!Bash', but no tool can be excluded; name those that are meant, or test the tool's name in the hook")]
    [InlineData("[|@shel|]", "names the group '@shel', which nobody defines; write '@shell', or define it with [assembly: ToolGroup]")]
    [InlineData("[|@bash|]", "names the group '@bash', which nobody defines; write '@shell', or define it with [assembly: ToolGroup]")]
    [InlineData("[|@database|]", "names the group '@database', which nobody defines; define it with [assembly: ToolGroup]")]
    [InlineData("Bash[|||]", "has an empty alternative, which matches no tool; remove it")]
    public Task EachKind(string tools, string message) => Expect.FindAsync(Id, Guard($"\"{tools}\""), $"'Tools' of the hook 'Check' {message}");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("|")]
    [InlineData(" | | ")]
    public Task Blank(string tools) => Expect.FindAsync(
        Id,
        Guard($"[|\"{tools}\"|]"),
        "'Tools' of the hook 'Check' is blank and matches no tool; leave it out to run for every tool");

    [Theory]
    [InlineData("Bash[|| |]", "Bash")]
    [InlineData("[|||]Bash", "Bash")]
    [InlineData("[|||][| ||]Bash", "Bash")]
    [InlineData("Bash[|||][|||]|Edit", "Bash|Edit")]
    [InlineData("Bash[|||][|||]", "Bash")]
    public Task EmptyAlternatives(string tools, string fixedTools) => FoundAndFixedAsync(tools, fixedTools);

    [Theory]
    [InlineData("Read|[|^Bash$|] | [|Edit.*|]", "Read|Bash | Edit*")]
    [InlineData("[|.*|]", "*")]
    [InlineData("[|.*Edit.*|]|[|.+_file|]", "*Edit*|*_file")]
    [InlineData("[|^(Edit|MultiEdit|Write)$|]", "Edit|MultiEdit|Write")]
    [InlineData("[|mcp__(github|gitlab)__.*|]", "mcp__github__*|mcp__gitlab__*")]
    [InlineData("[|(?:Edit|Write)|]", "Edit|Write")]
    [InlineData("[|{Edit,Write}|]", "Edit|Write")]
    [InlineData("[|mcp__memory.*|]", "mcp__memory*")]
    [InlineData("[|^mcp__|]", "mcp__*")]
    [InlineData("[|^mcp__github$|]", "mcp__github__*")]
    [InlineData("[|/Bash/|]", "Bash")]
    [InlineData("[|/bash/i|]|[|/^Edit$/gi|]", "bash|Edit")]
    [InlineData("[|(?i)^bash$|]", "bash")]
    [InlineData("[|(Edit|mcp__github__*)|]", "Edit|mcp__github__*")]
    public Task Expressions(string tools, string fixedTools) => FoundAndFixedAsync(tools, fixedTools);

    [Theory]
    [InlineData("[|^Bash|]")]
    [InlineData("[|Bash$|]")]
    [InlineData("[|^Edit|]|[|Write$|]")]
    [InlineData("[|[a-z]+|]")]
    [InlineData("[|(a|(b|c))|]")]
    [InlineData("[|Bash(|]")]
    [InlineData("[|Bash+|]")]
    [InlineData("[|read{1,2}_file|]")]
    [InlineData("[|(Edit)?Write|]")]
    [InlineData("[|^$|]")]
    [InlineData("[|!Bash|]|[|@database|]")]
    [InlineData("[|Edit,(|]")]
    public Task WhatWasMeantIsNotClear(string tools) => FoundAndFixedAsync(tools, fixedTools: null);

    [Theory]
    [InlineData("[|Bash(git *)|]|Read", "Bash|Read")]
    [InlineData("[|Bash(git:*)|]|[|Edit(src/**)|]", "Bash|Edit")]
    [InlineData("[|Bash(git|npm)|]", "Bash")]
    [InlineData("[|Terminal(ls *)|]", "Terminal")]
    [InlineData("[|@shell(rm *)|]", "@shell")]
    [InlineData("[|WebFetch(domain:example.com)|]", "WebFetch")]
    public Task PermissionRules(string tools, string fixedTools) => FoundAndFixedAsync(tools, fixedTools);

    [Fact]
    public async Task TheFixOfAPermissionRuleSaysWhatItDoesNot() =>
        Assert.Equal(["Change to 'Bash'; the hook has to test the arguments"], await Fix.TitlesAsync(Id, Guard("\"Bash(git *)\"")));

    [Theory]
    [InlineData("[|Edit,Write|]|Read", "Edit|Write|Read")]
    [InlineData("[|Edit, Write;|]", "Edit|Write")]
    [InlineData("[|Bash(rm:*), Bash(sudo:*)|]", "Bash")]
    [InlineData("[|@shel,Bash(git *)|]", "@shell|Bash")]
    public Task Lists(string tools, string fixedTools) => FoundAndFixedAsync(tools, fixedTools);

    [Theory]
    [InlineData("[|mcp__github|]|[|MCP__|]", "mcp__github__*|MCP__*")]
    [InlineData("[|mcp__github__|]", "mcp__github__*")]
    [InlineData("[|mcp__plugin_tools_search|]", "mcp__plugin_tools_search__*")]
    public Task Servers(string tools, string fixedTools) => FoundAndFixedAsync(tools, fixedTools);

    [Theory]
    [InlineData("[|@shel|]|Read", "@shell|Read")]
    [InlineData("[|@Write|]", "@edit")]
    [InlineData("[|@serch|]", "@search")]
    [InlineData("[|@shell*|]", "@shell")]
    public Task Groups(string tools, string fixedTools) => FoundAndFixedAsync(tools, fixedTools);

    [Theory]
    [InlineData("Bash")]
    [InlineData("*")]
    [InlineData("Bash|Edit | Write")]
    [InlineData("@shell|@EDIT|@read|@search|@fetch|@task")]
    [InlineData("mcp__*|mcp__github__*|mcp__github__create_issue|mcp__git?ub__*|mcp__github*")]
    [InlineData("read_file|*_file|str_replace_*|run-command|a*b?c")]
    [InlineData("github.*|files.read|repo.*.read|mcp__server__repo.*")]
    [InlineData("notepad++|deploy+|bash+|/repos/issues|/api/v1/i/x|/")]
    [InlineData("acme/deploy|acme:deploy|Read File|Deploy (production)")]
    [InlineData("mcp|mcp_server|shell|my__tool")]
    [InlineData("shell.*|read.*|task.*|agent.*|create.*|view.*")]
    public Task Patterns(string tools) => Expect.NothingAsync(Id, Guard($"\"{tools}\""));

    [Theory]
    [InlineData("^")]
    [InlineData("$")]
    [InlineData("(?i)")]
    [InlineData("(?i)$")]
    [InlineData("()")]
    [InlineData("({[")]
    [InlineData(")|(")]
    [InlineData("{}")]
    [InlineData("{,}")]
    [InlineData(",")]
    [InlineData(",;|,")]
    [InlineData("@")]
    [InlineData("@|@@|@@shell")]
    [InlineData("((((((a|b)))))){c,d}{e,f}{g,h}{i,j}{k,l}{m,n}")]
    [InlineData("(a|b)(a|b)(a|b)(a|b)(a|b)")]
    [InlineData("!(|)*.*.+?")]
    public async Task OddTextsAreFoundWithoutHarm(string tools) => Assert.NotEmpty(await Expect.OfAsync(Id, HookCompilation.Library(Guard($"@\"{tools}\""))));

    [Theory]
    [InlineData("null")]
    [InlineData("\"Ba\" + \"sh\"")]
    [InlineData("Shell")]
    public Task OtherValues(string tools) => Expect.NothingAsync(Id, Guard(tools));

    [Theory]
    [InlineData("[|\"Bash\" + \"(git *)\"|]")]
    [InlineData("[|Rule|]")]
    [InlineData("[|\"\\\\w+\"|]")]
    [InlineData("[|\"Bash\\u002EHidden|\"|]")]
    [InlineData("[|(\"^Bash$\")|]")]
    public async Task WhatIsNotWrittenAsItReadsIsMarkedAsAWhole(string tools)
    {
        await Expect.FindAsync(Id, Guard(tools));
        Assert.Empty(await Fix.TitlesAsync(Id, Markup.Parse(Guard(tools)).Text));
    }

    [Theory]
    [InlineData("@\"Read|[|mcp__\\w+|]\"", "@\"Read|mcp__*\"")]
    [InlineData("\"\"\"Read|[|mcp__\\w+__get\\.issue|]\"\"\"", "\"\"\"Read|mcp__*__get.issue\"\"\"")]
    public async Task OtherLiterals(string tools, string fixedTools)
    {
        await Expect.FindAsync(Id, Guard(tools));
        await Fix.AppliesToAllAsync(Id, Markup.Parse(Guard(tools)).Text, Guard(fixedTools));
    }

    [Fact]
    public async Task GroupsOfTheAssemblyAreKnown()
    {
        const string groups = """
            [assembly: ToolGroup("@database", "sql_*")]
            [assembly: ToolGroup("mail", "send")]
            [assembly: ToolGroup("@host")]

            """;
        await Expect.NothingAsync(Id, groups + Guard("\"@DataBase|@mail|@host|sql_query.*\""));
        await Expect.FindAsync(Id, groups + Guard("\"[|@databse|]\""), "'Tools' of the hook 'Check' names the group '@databse', which nobody defines; write '@database', or define it with [assembly: ToolGroup]");
        await Expect.FindAsync(Id, Program, groups + Guard("\"@mail|[|@host|]\""), "'Tools' of the hook 'Check' names the group '@host', to which nobody gives a tool; name some in [assembly: ToolGroup]");
        await Expect.FindAsync(Id, groups + Guard("\"[|send.*|]\""));
    }

    [Fact]
    public async Task GroupsOfReferencesAreKnown()
    {
        var library = (HookCompilation.Library("[assembly: ToolGroup(\"@database\", \"sql_*\")]") with { AssemblyName = "Lib" }).Compile();
        var project = HookCompilation.Library(Guard("\"@database\"")).WithLibraries(library);

        await Expect.NothingAsync(Id, project);
        var found = Assert.Single(await Expect.OfAsync(Id, project.WithSource("Excluded.cs", "[assembly: ExcludeHooks(\"Lib\")]")));
        Assert.Equal("'Tools' of the hook 'Check' names the group '@database', which nobody defines; define it with [assembly: ToolGroup]", found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task AGroupWithinAGroupIsNotFollowed()
    {
        const string groups = """
            [assembly: ToolGroup("@mine", "deploy", "[|@shell|]")]
            [assembly: ToolGroup("@odd", "[|@nobody|]")]

            """;
        var source = groups + Guard("\"[|@mine|]|[|@odd|]\"");
        await Expect.FindAsync(Id, source);
        var found = await Expect.OfAsync(Id, HookCompilation.Library(Markup.Parse(source).Text));
        Assert.Equal(
            [
                "'Tools' of the hook 'Check' names the group '@mine' with the group '@shell' in it, which is not followed; write '@mine|@shell'",
                "'Tools' of the hook 'Check' names the group '@odd' with the group '@nobody' in it, which is not followed",
            ],
            found.Skip(2).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public Task AtCustomPointsWithATool() => Expect.FindAsync(
        Id,
        """
        [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext { public string ToolName => ""; }
        static class Guards { [Hook<DeployContext>(Tools = "[|^deploy$|]")] internal static void Check(DeployContext deploy) { } }
        """);

    [Fact]
    public Task WhereThereIsNoToolItIsAnotherMistake() => Expect.NothingAsync(
        Id,
        "static class Guards { [Hook(HookPoint.SessionStart, Tools = \"^Bash$\")] internal static void Check(HookContext context) { } }");

    private static async Task FoundAndFixedAsync(string tools, string? fixedTools)
    {
        var source = Guard($"\"{tools}\"");
        await Expect.FindAsync(Id, source);
        var text = Markup.Parse(source).Text;
        if (fixedTools is null)
            Assert.Empty(await Fix.TitlesAsync(Id, text));
        else
            await Fix.AppliesToAllAsync(Id, text, Guard($"\"{fixedTools}\""));
    }

    private static string Guard(string tools) => $$"""
        static class Guards
        {
            internal const string Shell = "@shell", Rule = "Bash(git *)";

            [Hook(HookPoint.BeforeToolCall, Tools = {{tools}}, Priority = 1)] // kept
            internal static HookResult Check(ToolCallContext call) => call.ToolName.Length > 3 ? HookResult.Cancel("no") : HookResult.Continue;
        }
        """;
}
