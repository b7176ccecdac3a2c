namespace Hooks.Analyzers.Tests.Rules;

public class Hook007SamePointTwiceTests
{
    private const string Id = "HOOK007";

    private const string Contexts = """
        [HookPoint("a")] sealed class AContext : CustomHookContext;
        [HookPoint("b")] sealed class BContext : CustomHookContext;

        """;

    [Fact]
    public Task TheSecondIsFound() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "Bash")]
            [[|Hook(HookPoint.BeforeToolCall, Tools = "Edit")|]]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
        }
        """,
        "The hook 'Check' already has a [Hook] for BeforeToolCall, so that none of them is in the table; keep one");

    [Fact]
    public Task AllBehindTheFirstAreFoundWhereverTheyStand() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.ToolError)]
            [Obsolete("soon"), [|Hook((HookPoint)35, Priority = 3)|], [|Hooks.HookAttribute(point: HookPoint.BeforeToolCall)|]]
            internal static void Check(ToolCallContext call) { }
        }
        """);

    [Fact]
    public Task ACustomPointCountsByItsContext() => Expect.FindAsync(
        Id,
        Contexts + """
        static class Guards
        {
            [Hook<AContext>, Hook<BContext>, [|Hook<AContext>(Name = "again")|]]
            internal static void Check(HookContext context) { }
        }
        """,
        "The hook 'Check' already has a [Hook] for a, so that none of them is in the table; keep one");

    [Fact]
    public Task APointThatDoesNotExistCountsByItsNumber() => Expect.FindAsync(
        Id,
        "static class Guards { [Hook((HookPoint)9999), [|Hook((HookPoint)9999)|]] internal static void Check(HookContext context) { } }",
        "The hook 'Check' already has a [Hook] for 9999, so that none of them is in the table; keep one");

    [Fact]
    public Task OneOfEachPartOfAPartialMethod() => Expect.FindAsync(
        Id,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static partial void Check(ToolCallContext call);
        }

        static partial class Guards
        {
            [[|Hook(HookPoint.BeforeToolCall)|]]
            internal static partial void Check(ToolCallContext call) { }
        }
        """);

    [Fact]
    public async Task TheFirstIsNamedAsAnotherPlace()
    {
        const string source = "static class Guards { [Hook(HookPoint.BeforeToolCall)] [Hook(HookPoint.BeforeToolCall, Priority = 1)] internal static void Check(ToolCallContext call) { } }";
        var found = Assert.Single(await Expect.OfAsync(Id, HookCompilation.Library(source)));

        var first = Assert.Single(found.AdditionalLocations);
        Assert.Equal("Hook(HookPoint.BeforeToolCall)", source.Substring(first.SourceSpan.Start, first.SourceSpan.Length));
    }

    [Fact]
    public Task DifferentPointsAndOverloadsAreFine() => Expect.NothingAsync(
        Id,
        Contexts + """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.ToolError), Hook<AContext>, Hook<BContext>]
            internal static void Check(HookContext context) { }

            [Hook(HookPoint.BeforeToolCall)]
            internal static void Check(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call, CancellationToken cancellationToken) => HookResult.Cancel(call.ToolName);
        }
        """);

    [Fact]
    public Task AnOverrideDoesNotInheritTheAttribute() => Expect.NothingAsync(
        Id,
        """
        class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal virtual void Check(ToolCallContext call) { }
        }

        class Stricter : Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal override void Check(ToolCallContext call) { }
        }
        """);

    [Fact]
    public Task FixRemovesDuplicates() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Priority = 1)] // first
            // second
            [Hook(HookPoint.BeforeToolCall, Priority =  1)]
            [Hook((HookPoint)35, Priority = 1)] // third
            [Obsolete("soon"), Hook(HookPoint.BeforeToolCall, Priority = 1)]
            internal static void Check(ToolCallContext call) { } // kept

            [Hook(HookPoint.BeforeToolCall)] [Hook(HookPoint.BeforeToolCall)] internal static void Log(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.BeforeToolCall), Hook(HookPoint.BeforeToolCall), Obsolete("soon")]
            internal static void Count(ToolCallContext call) { }
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Priority = 1)] // first
            // second
            // third
            [Obsolete("soon")]
            internal static void Check(ToolCallContext call) { } // kept

            [Hook(HookPoint.BeforeToolCall)] internal static void Log(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall), Obsolete("soon")]
            internal static void Count(ToolCallContext call) { }
        }
        """,
        "Remove the duplicate");

    [Fact]
    public Task FixJoinsTools() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "Bash", Priority = 1)]
            [Hook(HookPoint.BeforeToolCall, Priority = 1, Tools = "PowerShell")]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);

            [Hook(HookPoint.AfterToolCall, Tools = "@read"), Hook(HookPoint.AfterToolCall, Tools = "@edit")]
            internal static void Log(ToolCallContext call) { }
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "Bash|PowerShell", Priority = 1)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);

            [Hook(HookPoint.AfterToolCall, Tools = "@read|@edit")]
            internal static void Log(ToolCallContext call) { }
        }
        """,
        "Join the tools in one [Hook]");

    [Fact]
    public Task FixJoinsTheToolsOfAllAttributes() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "Bash", Priority = 1)]
            [Hook(HookPoint.BeforeToolCall, Priority = 1, Tools = "PowerShell")] // second
            [Hook(HookPoint.AfterToolCall, Priority = 1, Tools = "Bash")]
            [Hook(HookPoint.BeforeToolCall, Priority = 1, Tools = "Edit")]
            internal static void Check(ToolCallContext call) { }

            [Hook(HookPoint.AfterToolCall, Tools = "@read"), Hook(HookPoint.AfterToolCall, Tools = "@edit"), Hook(HookPoint.AfterToolCall, Tools = "@fetch")]
            internal static void Log(ToolCallContext call) { }

            [Hook(HookPoint.ToolError, Tools = "A")] [Hook(HookPoint.ToolError, Tools = "B")] [Hook(HookPoint.ToolError, Tools = "C")] internal static void Count(ToolCallContext call) { }
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "Bash|PowerShell|Edit", Priority = 1)]
            // second
            [Hook(HookPoint.AfterToolCall, Priority = 1, Tools = "Bash")]
            internal static void Check(ToolCallContext call) { }

            [Hook(HookPoint.AfterToolCall, Tools = "@read|@edit|@fetch")]
            internal static void Log(ToolCallContext call) { }

            [Hook(HookPoint.ToolError, Tools = "A|B|C")] internal static void Count(ToolCallContext call) { }
        }
        """,
        "Join the tools in one [Hook]");

    [Fact]
    public Task FixLeavesNoToolOut() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "Bash"), Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);

            [Hook(HookPoint.AfterToolCall, Priority = 1, Tools = "Bash", OnFailure = HookFailurePolicy.Continue)]
            [Hook(HookPoint.AfterToolCall, OnFailure = HookFailurePolicy.Continue, Priority = 1)]
            internal static void Log(ToolCallContext call) { }
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Cancel(call.ToolName);

            [Hook(HookPoint.AfterToolCall, Priority = 1, OnFailure = HookFailurePolicy.Continue)]
            internal static void Log(ToolCallContext call) { }
        }
        """,
        "Make one [Hook] of them, for every tool");

    [Theory]
    [InlineData("", "", "Remove the duplicate")]
    [InlineData(", Priority = 1", ", Priority = 1", "Remove the duplicate")]
    [InlineData(", Priority = 1", ", Priority = 2", "Remove this [Hook]")]
    [InlineData(", Priority = 1", "", "Remove this [Hook]")]
    [InlineData(", Tools = \"Bash\"", "", "Make one [Hook] of them, for every tool")]
    [InlineData(", Tools = \"Bash\"", ", Priority = 1", "Remove this [Hook]")]
    [InlineData("", ", Tools = \"Bash\"", "Remove this [Hook]")]
    [InlineData(", Tools = \"Bash\"", ", Tools = \"Edit\", Priority = 1", "Remove this [Hook]")]
    [InlineData(", Tools = \"Bash\"", ", Tools = \"E\" + \"dit\"", "Remove this [Hook]")]
    [InlineData(", Tools = \"Bash\"", ", Tools = \"Edit\"", "Join the tools in one [Hook]", "Remove this [Hook]")]
    public async Task FixesFitTheDifference(string first, string second, params string[] titles) => Assert.Equal(
        titles,
        await Fix.TitlesAsync(Id, $"static class Guards {{ [Hook(HookPoint.BeforeToolCall{first})] [Hook(HookPoint.BeforeToolCall{second})] internal static void Check(ToolCallContext call) {{ }} }}"));
}
