using System.Globalization;

namespace Hooks.Runtime.Tests.Tables;

public class TableTextTests
{
    [Fact]
    public void HooksStandBelowTheirPointInOrderWithAllSettings()
    {
        var table = new DescribedTable(
            ["Acme", "Lib"],
            new HookDescriptor
            {
                Point = HookPoints.Get(HookPoint.BeforeToolCall),
                Name = "no-force-push",
                DeclaringType = "Acme.Guards",
                Method = "NoForcePush",
                Assembly = "Acme",
                Description = "Nobody rewrites history.",
                Priority = -100,
                Tools = "@shell|run_*",
                After = "first | second",
                Before = "last",
                OnFailure = HookFailurePolicy.Throw,
                GivesVerdict = true,
                IsAsynchronous = true,
                TakesCancellationToken = true,
            },
            DescribedTable.Hook("Acme.Guards.Check"),
            DescribedTable.Hook("audit", HookPoint.AfterToolCall, givesVerdict: false));

        Assert.Equal(
            """
            3 hooks of Acme, Lib

            BeforeToolCall, blocking: Approval, Replace, Redirect, Retry, Fork, Cache
                 priority  hook               tools         kind                   on failure          method                   assembly
              1      -100  no-force-push      @shell|run_*  verdict, async, token  Throw               Acme.Guards.NoForcePush  Acme
                             description: Nobody rewrites history.
                             after: first, second
                             before: last
              2         0  Acme.Guards.Check  all           verdict                Block (default)     Acme.Guards.Check        Acme

            AfterToolCall, observe-only
                 priority  hook               tools         kind                   on failure          method                   assembly
              1         0  audit              all           observer               Continue (default)  Acme.Guards.Check        Acme

            """.Replace("Approval, Replace, Redirect, Retry, Fork, Cache", HookPoints.Get(HookPoint.BeforeToolCall).Allowed.ToString(), StringComparison.Ordinal),
            table.ToText());
    }

    [Fact]
    public void NoHooksIsSaid() => Assert.Equal("No hooks.\n", DescribedTable.Of().ToText());

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public void NoNameReachesTheTerminalAsMoreThanText(string name)
    {
        var hook = new HookDescriptor
        {
            Point = HookPoints.Get(HookPoint.BeforeToolCall),
            Name = name,
            DeclaringType = name,
            Method = name,
            Assembly = name,
            Description = name,
            Tools = name,
            After = name,
        };
        var plain = new DescribedTable(["a"], new HookDescriptor
        {
            Point = hook.Point,
            Name = "a",
            DeclaringType = "a",
            Method = "a",
            Assembly = "a",
            Description = "a",
            Tools = "a",
            After = "a",
        }).ToText();

        var text = new DescribedTable([name], hook).ToText();

        Assert.DoesNotContain(text, character => character != '\n' && IsDangerous(character));
        Assert.InRange(text.Count(character => character == '\n'), plain.Count(character => character == '\n') - 2, plain.Count(character => character == '\n'));
    }

    [Fact]
    public void ANameCannotPassForOtherColumns()
    {
        var text = DescribedTable.Of(DescribedTable.Hook("x  all  verdict  \"Block\"")).ToText();

        Assert.Contains("\"x  all  verdict  \\\"Block\\\"\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void DifferentNamesLookDifferent()
    {
        string[] names = ["a\u001b", "a\\u001b", "a\\u001B", "a\\\\u001B", "a", "a\u200b", "\"a\"", "\\\"a\\\""];

        Assert.Equal(names.Length, names.Select(name => DescribedTable.Of(DescribedTable.Hook(name)).ToText()).Distinct(StringComparer.Ordinal).Count());
    }

    private static bool IsDangerous(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
