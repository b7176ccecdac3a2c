using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Generators.Tests.Emission;

/// <summary>What is emitted compiles without a warning, whatever the user's project looks like.</summary>
public sealed class StrictSettingsTests
{
    private const string Table = "[HookTable] public sealed partial class AgentHooks;";

    private const string Everything = """
        public static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Tools = "git_*|*_push|ba?h")] public static HookResult A(ToolCallContext call) => default;
            [Hook(HookPoint.BeforeToolCall)] public static async Task<HookResult> B(ToolCallContext call, CancellationToken token) { await Task.Yield(); return default; }
            [Hook(HookPoint.SessionEnd)] public static void C(HookContext context) { }
        }
        public sealed class Objects { [Hook(HookPoint.SessionEnd)] public ValueTask D(SessionContext session) => default; }
        [HookPoint("deploy.before", Blocking = true)] public sealed class DeployContext : CustomHookContext;
        public static class Deploys { [Hook<DeployContext>] public static HookResult E(DeployContext deploy) => default; }
        """;

    public static TheoryData<string, string> Namespaces() => new()
    {
        { "Acme.Hooks", "" },
        { "Something.Hooks.Generators", "" },
        { "Hooks.Acme", "" },
        { "Acme", "public sealed class Hooks { }" },
        { "Acme", "public static class HookResult { } public static class System { } public class Task { public static Task CompletedTask => new(); }" },
        { "Acme.System", "" },
        { "@class.@event", "" },
        { "Ünïcode.Größe", "" },
    };

    [Theory, MemberData(nameof(Namespaces))]
    public void Names_around_it_do_no_harm(string space, string also)
    {
        // Sources say global:: where the case itself shadows a name; what is tested is what is emitted.
        var source = Everything.Replace("HookResult", "global::Hooks.HookResult", StringComparison.Ordinal)
            .Replace("Task", "global::System.Threading.Tasks.Task", StringComparison.Ordinal)
            .Replace("Valueglobal::System.Threading.Tasks.Task", "global::System.Threading.Tasks.ValueTask", StringComparison.Ordinal);
        Compiles($"namespace {space} {{ {source} {also} {Table} }}");
        Program($"namespace {space} {{ {source} {also} }}", space.Replace("@", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_in_the_global_namespace() => Compiles(Everything, Table);

    [Theory]
    [InlineData("Acme.Agent-2")]
    [InlineData("R&D <Agents>")]
    [InlineData("1st")]
    [InlineData("Ä.class.event")]
    public void Names_of_assemblies(string name)
    {
        (HookCompilation.Program("return;\n" + Everything) with { AssemblyName = name }).Compile();
        (HookCompilation.Library(Everything) with { AssemblyName = name }).Compile();
    }

    [Fact]
    public void A_property_called_Hooks_in_the_user_s_half() => Compiles(Everything, """
        namespace Acme;
        [HookTable] internal sealed partial class AgentHooks { public new int Hooks => 1; public int HookResult => 2; public int System => 3; public int context => 4; }
        """);

    [Theory]
    [InlineData("internal sealed partial class AgentHooks;")]
    [InlineData("public partial class AgentHooks;")]
    [InlineData("partial class AgentHooks : HookTable;")]
    [InlineData("public sealed partial class @event;")]
    public void Declarations_of_the_table(string declaration) => Compiles(Everything, $"[HookTable] {declaration}");

    [Fact]
    public void Keywords_as_names() => Compiles("""
        namespace @namespace
        {
            public static class @static { [Hook(HookPoint.BeforeToolCall)] public static HookResult @class(ToolCallContext @int) => default; }
            public sealed class @event { [Hook(HookPoint.BeforeToolCall)] public void @return(ToolCallContext @string) { } }
            internal sealed class @lock { [Hook(HookPoint.BeforeToolCall)] internal void @await(ToolCallContext @string) { } }
            [HookPoint("if")] public sealed class @if : CustomHookContext;
            public static class @partial { [Hook<@if>] public static void @async(@if @else) { } }
        }
        """, Table);

    [Fact]
    public void Nested_types_records_and_names_that_meet() => Compiles("""
        namespace Acme
        {
            public class Outer
            {
                public sealed class Inner { [Hook(HookPoint.BeforeToolCall)] public void Run(ToolCallContext call) { } }
                internal static class Hidden { [Hook(HookPoint.BeforeToolCall)] public static void Run(ToolCallContext call) { } }
                [HookPoint("outer.inner")] public sealed class Context : CustomHookContext;
            }
            public sealed record Rule(int Limit = 3) { [Hook(HookPoint.BeforeToolCall)] public HookResult Run(ToolCallContext call) => default; }
            public sealed record Made { [Hook(HookPoint.BeforeToolCall)] public HookResult Run(ToolCallContext call) => default; }
            [HookPoint("other")] public sealed class Context : CustomHookContext;
            public sealed class Services { [Hook(HookPoint.SessionEnd)] public void Run(SessionContext session) { } }
            public sealed class Options { [Hook(HookPoint.SessionEnd)] public void Run(SessionContext session) { } }
            public sealed class Table { [Hook(HookPoint.SessionEnd)] public void Run(SessionContext session) { } }
            public sealed class Inner { [Hook(HookPoint.SessionEnd)] public void Run(SessionContext session) { } }
            public static class OfContext
            {
                [Hook<Context>] public static void A(Context context) { }
                [Hook<Outer.Context>] public static void B(Outer.Context context) { }
            }
        }
        """, Table);

    [Fact]
    public void Obsolete_hooks_and_types() => Compiles("""
        [Obsolete("use the other")] public sealed class Old { [Hook(HookPoint.BeforeToolCall)] public void Run(ToolCallContext call) { } }
        public static class Guards { [Obsolete, Hook(HookPoint.BeforeToolCall)] internal static void Run(ToolCallContext call) { } }
        """, Table);

    [Fact]
    public void Hostile_texts() => Compiles("""
        public static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Name = "a \"b\" \\ */ { } {0} \r\n #error \u2028 \u0085 \0 \ud800", Description = "*/ \n// \"\"\" {x}", Tools = "a\"|b\n|\\|*/|{0}*|context.ToolName", After = "\"\n", Before = "*/")]
            public static HookResult Run(ToolCallContext call) => default;
        }
        """, Table);

    [Theory]
    [InlineData("")]
    [InlineData("@nobody")]
    [InlineData("a*|*b")]
    [InlineData("@nobody|@noone")]
    [InlineData("*")]
    public void Patterns_of_every_kind(string tools) => Compiles(
        $$"""public static class Guards { [Hook(HookPoint.BeforeToolCall, Tools = "{{tools}}")] public static HookResult Run(ToolCallContext call) => default; }""", Table);

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void Language_versions(LanguageVersion version) =>
        (HookCompilation.Library(Everything, Table) with { LanguageVersion = version }).Compile();

    [Theory]
    [InlineData(NullableContextOptions.Disable, true)]
    [InlineData(NullableContextOptions.Annotations, false)]
    [InlineData(NullableContextOptions.Enable, true)]
    public void Compiler_options(NullableContextOptions nullable, bool isChecked)
    {
        var result = HookCompilation.Library(Everything, Table).Generate();
        var options = (CSharpCompilationOptions)result.Output.Options;
        var strict = result.Output.WithOptions(options.WithNullableContextOptions(nullable).WithOverflowChecks(isChecked).WithAllowUnsafe(false)
            .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic> { ["CS1591"] = ReportDiagnostic.Error }));
        Assert.Empty(strict.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("Acme.Agent")]
    [InlineData("R&D <Agents>")]
    public void Documentation_comments(string name)
    {
        var result = (HookCompilation.Library(Everything, Table) with { AssemblyName = name }).Generate();
        var trees = result.Output.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), new(LanguageVersion.Latest, DocumentationMode.Diagnose), tree.FilePath));
        var diagnostics = result.Output.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).GetDiagnostics();
        Assert.Empty(Emitted(diagnostics));
    }

    [Fact]
    public void Two_assemblies_of_one_root_namespace_that_see_each_other_s_internals()
    {
        var library = (HookCompilation.Program("""
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Acme.Host")]
            namespace Acme
            {
                internal static class Hidden { [Hook(HookPoint.BeforeToolCall)] internal static void Run(ToolCallContext call) { } }
                internal static class Start { internal static void Main() { } }
            }
            """) with { AssemblyName = "Acme.First", RootNamespace = "Acme" }).Compile();
        var host = HookCompilation.Program("""
            namespace Acme
            {
                internal static class Own { [Hook(HookPoint.BeforeToolCall)] internal static void Run(ToolCallContext call) { } }
                internal static class Run { internal static HookDispatcher Main2() => GeneratedHooks.CreateDispatcher(); internal static void Main() { } }
            }
            """).WithLibraries(library) with { AssemblyName = "Acme.Host", RootNamespace = "Acme" };

        // The user's own mention of the class is ambiguous; [HookTable] gives it another name.
        Assert.Empty(Emitted(host.Generate().Problems));
    }

    [Fact]
    public void Invalid_hooks_leave_a_table_that_compiles()
    {
        var result = HookCompilation.Program("""
            return;
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] public static int WrongReturn(ToolCallContext call) => 1;
                [Hook(HookPoint.BeforeToolCall)] public static HookResult WrongParameter(string call) => default;
                [Hook(HookPoint.SessionEnd)] public static HookResult VerdictThatNobodyReads(SessionContext session) => default;
                [Hook((HookPoint)999)] public static void NoSuchPoint(ToolCallContext call) { }
                [Hook(HookPoint.BeforeToolCall)] private static void Unreachable(ToolCallContext call) { }
                [Hook(HookPoint.BeforeToolCall)] public static HookResult Good(ToolCallContext call) => default;
            }
            public static class Use { public static HookDispatcher Create() => Acme.Agent.GeneratedHooks.CreateDispatcher(); }
            """).Generate().AssertClean();
        Assert.Equal(["Guards.Good"], HooksOf(result.Load()));
    }

    [Fact]
    public void A_table_of_nothing_but_invalid_hooks_compiles() => Compiles(
        "public static class Guards { [Hook(HookPoint.BeforeToolCall)] public static int Wrong(ToolCallContext call) => 1; }", Table);

    [Fact]
    public void Overloads_are_told_apart()
    {
        // The hook takes a base of the point's context; an overload for that very context, generic or not, is no hook.
        Compiles("""
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)] public static void Run(HookContext context) { }
                public static int Run(ToolCallContext call) => throw new InvalidOperationException();
                public static int Run<T>(T call) => throw new InvalidOperationException();
                [Hook(HookPoint.SessionEnd)] internal static Task End(HookContext context, CancellationToken token) => Task.CompletedTask;
                internal static int End(SessionContext context, CancellationToken token) => 1;
            }
            """, Table);
    }

    internal static IEnumerable<string> HooksOf(LoadedProgram program) => TableOf(program).Hooks.Select(hook => hook.Name);

    private static HookTable TableOf(LoadedProgram program)
    {
        var type = program.Assembly.GetTypes().Single(type => type.IsSubclassOf(typeof(HookTable)));
        return (HookTable)type.GetConstructors().First(constructor => constructor.GetParameters().Length == 0).Invoke(null);
    }

    /// <summary>Errors and warnings in the emitted file.</summary>
    private static IEnumerable<Diagnostic> Emitted(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);

    private static void Compiles(params string[] sources) => HookCompilation.Library(sources).Compile();

    private static void Program(string source, string rootNamespace) =>
        (HookCompilation.Program(source, "public static class Start { public static void Main() { } }") with { RootNamespace = rootNamespace }).Compile();
}
