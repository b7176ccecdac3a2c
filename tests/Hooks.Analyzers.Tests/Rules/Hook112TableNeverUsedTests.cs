using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook112TableNeverUsedTests
{
    private const string Id = "HOOK112";

    private const string Guards =
        """
        namespace Acme.Agent;

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.AfterToolCall)]
            internal static void Count(ToolCallContext call) => Console.WriteLine(call.ToolName);
        }
        """;

    [Fact]
    public Task ProgramThatDoesNotMentionItsTableIsFoundAtTheFirstHook() => Expect.FindAsync(
        Id,
        HookCompilation.Program,
        """
        Console.WriteLine("no hook runs here");

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult [|Check|](ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.AfterToolCall)]
            internal static void Count(ToolCallContext call) => Console.WriteLine(call.ToolName);
        }
        """,
        "This program declares 2 hooks, but no code mentions 'GeneratedHooks', so that none of them ever runs; make a dispatcher with 'GeneratedHooks.CreateDispatcher' and let it fire the points");

    [Fact]
    public Task TableClassOfOnesOwnIsNamed() => Expect.FindAsync(
        Id,
        HookCompilation.Program,
        """
        Console.WriteLine("no hook runs here");

        [HookTable]
        internal sealed partial class AgentHooks;

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult [|Check|](ToolCallContext call) => HookResult.Continue;
        }
        """,
        "This program declares a hook, but no code mentions 'AgentHooks', so that none of them ever runs; make a dispatcher with 'AgentHooks.CreateDispatcher' and let it fire the points");

    [Theory]
    [InlineData("[HookTable] internal sealed class AgentHooks;")]
    [InlineData("[Hooks.HookTableAttribute] internal static partial class AgentHooks;")]
    [InlineData("[HookTable] internal abstract partial class AgentHooks;")]
    [InlineData("public class Basis; [HookTable] internal sealed partial class AgentHooks : Basis;")]
    [InlineData("internal static class Holder { [HookTable] internal sealed partial class AgentHooks; }")]
    public Task ClassThatCannotBeTheTableHasAnErrorOfItsOwn(string table) => Expect.NothingAsync(
        Id,
        HookCompilation.Program(
            $$"""
            Console.WriteLine("AgentHooks");

            {{table}}

            static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static HookResult Check(ToolCallContext call) => HookResult.Continue;
            }
            """));

    [Fact]
    public Task CommentIsNoMention() => Expect.FindAsync(
        Id,
        HookCompilation.Program,
        """
        // GeneratedHooks.CreateDispatcher() comes later.
        Console.WriteLine(nameof(Guards));

        /// <summary>Some day of <see cref="Acme.Agent.GeneratedHooks"/>.</summary>
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult [|Check|](ToolCallContext call) => HookResult.Continue;
        }
        """);

    [Theory]
    [InlineData("await using var hooks = Acme.Agent.GeneratedHooks.CreateDispatcher();")]
    [InlineData("await using var hooks = new HookDispatcher(new Acme.Agent.GeneratedHooks());")]
    [InlineData("HookDispatcher.None.Equals(typeof(Acme.Agent.GeneratedHooks));")]
    [InlineData("void Add(HookDispatcher all) => all.Add(new Acme.Agent.GeneratedHooks()); Console.WriteLine((Action<HookDispatcher>)Add);")]
    [InlineData("Func<IServiceProvider, HookDispatcher> make = services => Acme.Agent.GeneratedHooks.CreateDispatcher(services); Console.WriteLine(make);")]
    public Task MentionIsEnough(string statement) => Expect.NothingAsync(Id, HookCompilation.Program(statement, Guards));

    [Fact]
    public Task AliasAndStaticUsingAreMentions() => Expect.NothingAsync(
        Id,
        HookCompilation.Program("using static Acme.Agent.GeneratedHooks;\nawait using var hooks = CreateDispatcher();", Guards));

    [Fact]
    public Task TableThatMakesItsDispatcherItselfIsFine() => Expect.NothingAsync(
        Id,
        HookCompilation.Program(
            """
            Console.WriteLine(Hub.Make().Table.ToText());

            [HookTable]
            internal sealed partial class Hub
            {
                internal static HookDispatcher Make() => CreateDispatcher();
            }
            """,
            Guards));

    [Fact]
    public Task PublicTableIsForOthers() => Expect.NothingAsync(
        Id,
        HookCompilation.Program("Console.WriteLine();", "namespace Acme.Agent;\n\n[HookTable]\npublic sealed partial class PlugInHooks;", Guards));

    [Fact]
    public Task LibraryHasNoTable() => Expect.NothingAsync(Id, HookCompilation.Library(Guards));

    [Fact]
    public Task HooksOfReferencesAlone() => Expect.NothingAsync(
        Id,
        HookCompilation.Program("Console.WriteLine();").WithLibraries((HookCompilation.Library(Guards) with { AssemblyName = "Acme.Guards" }).Compile()));

    [Fact]
    public Task TestProjectByItsReferences() => Expect.NothingAsync(
        Id,
        HookCompilation.Program("Console.WriteLine();", Guards) with { References = [MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)] });

    [Fact]
    public Task TestProjectByItsOwnWord() => Expect.NothingAsync(
        Id,
        HookCompilation.Program("Console.WriteLine();", Guards) with { IsTestProject = true });

    [Fact]
    public async Task MentionInAnotherGeneratorsFileCounts() => await Expect.NothingAsync(
        Id,
        HookCompilation.Program("Console.WriteLine();", Guards).WithSource(
            "Startup.g.cs",
            """
            // <auto-generated/>
            static class Startup
            {
                internal static HookDispatcher Make() => Acme.Agent.GeneratedHooks.CreateDispatcher();
            }
            """));
}
