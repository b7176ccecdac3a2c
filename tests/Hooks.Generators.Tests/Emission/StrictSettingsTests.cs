using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Generators.Tests.Emission;

/// <summary>What is emitted compiles without a warning, whatever the user's project looks like.</summary>
public sealed class StrictSettingsTests
{
    [Fact]
    public void Everything_in_the_global_namespace() => Strict.Compiles(Strict.Everything, Strict.Table);

    [Theory]
    [InlineData("internal sealed partial class AgentHooks;")]
    [InlineData("public partial class AgentHooks;")]
    [InlineData("partial class AgentHooks : HookTable;")]
    [InlineData("public sealed partial class @event;")]
    public void Declarations_of_the_table(string declaration) => Strict.Compiles(Strict.Everything, $"[HookTable] {declaration}");

    [Fact]
    public void Obsolete_hooks_and_types() => Strict.Compiles("""
        [Obsolete("use the other")] public sealed class Old { [Hook(HookPoint.BeforeToolCall)] public void Run(ToolCallContext call) { } }
        public static class Guards { [Obsolete, Hook(HookPoint.BeforeToolCall)] internal static void Run(ToolCallContext call) { } }
        """, Strict.Table);

    [Fact]
    public void Hostile_texts() => Strict.Compiles("""
        public static class Guards
        {
            [Hook(HookPoint.BeforeToolCall, Name = "a \"b\" \\ */ { } {0} \r\n #error \u2028 \u0085 \0 \ud800", Description = "*/ \n// \"\"\" {x}", Tools = "a\"|b\n|\\|*/|{0}*|context.ToolName", After = "\"\n", Before = "*/")]
            public static HookResult Run(ToolCallContext call) => default;
        }
        """, Strict.Table);

    [Theory]
    [InlineData("")]
    [InlineData("@nobody")]
    [InlineData("a*|*b")]
    [InlineData("@nobody|@noone")]
    [InlineData("*")]
    public void Patterns_of_every_kind(string tools) => Strict.Compiles(
        $$"""public static class Guards { [Hook(HookPoint.BeforeToolCall, Tools = "{{tools}}")] public static HookResult Run(ToolCallContext call) => default; }""", Strict.Table);

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void Language_versions(LanguageVersion version) =>
        (HookCompilation.Library(Strict.Everything, Strict.Table) with { LanguageVersion = version }).Compile();

    [Theory]
    [InlineData(NullableContextOptions.Disable, true)]
    [InlineData(NullableContextOptions.Annotations, false)]
    [InlineData(NullableContextOptions.Enable, true)]
    public void Compiler_options(NullableContextOptions nullable, bool isChecked)
    {
        var result = HookCompilation.Library(Strict.Everything, Strict.Table).Generate();
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
        var result = (HookCompilation.Library(Strict.Everything, Strict.Table) with { AssemblyName = name }).Generate();
        var trees = result.Output.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), new(LanguageVersion.Latest, DocumentationMode.Diagnose), tree.FilePath));
        var diagnostics = result.Output.RemoveAllSyntaxTrees().AddSyntaxTrees(trees).GetDiagnostics();
        Assert.Empty(Strict.Emitted(diagnostics));
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
    public void A_table_of_nothing_but_invalid_hooks_compiles() => Strict.Compiles(
        "public static class Guards { [Hook(HookPoint.BeforeToolCall)] public static int Wrong(ToolCallContext call) => 1; }", Strict.Table);

    private static IEnumerable<string> HooksOf(LoadedProgram program) => TableOf(program).Hooks.Select(hook => hook.Name);

    private static HookTable TableOf(LoadedProgram program)
    {
        var type = program.Assembly.GetTypes().Single(type => type.IsSubclassOf(typeof(HookTable)));
        return (HookTable)type.GetConstructors().First(constructor => constructor.GetParameters().Length == 0).Invoke(null);
    }
}
