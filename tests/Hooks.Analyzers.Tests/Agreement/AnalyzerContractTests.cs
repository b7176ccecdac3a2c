using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>What every analyzer and every rule owes the compiler and the user.</summary>
public class AnalyzerContractTests
{
    private static ImmutableArray<DiagnosticDescriptor> Rules { get; } = [.. Analysis.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    [Fact]
    public void EveryAnalyzerRunsConcurrentlyAndSaysWhatItDoesWithGeneratedCode()
    {
        Assert.NotEmpty(Analysis.Analyzers);
        Assert.All(Analysis.Analyzers, analyzer =>
        {
            var settings = new Settings();
            analyzer.Initialize(settings);
            Assert.True(settings.IsConcurrent);
            Assert.NotNull(settings.GeneratedCode);
        });
    }

    [Fact]
    public void EveryRuleIsComplete() =>
        Assert.All(Rules, rule =>
        {
            Assert.NotEmpty(rule.Title.ToString(CultureInfo.InvariantCulture));
            Assert.NotEmpty(rule.MessageFormat.ToString(CultureInfo.InvariantCulture));
            Assert.NotEmpty(rule.HelpLinkUri);
            Assert.Equal("Hooks", rule.Category);
            Assert.True(rule.IsEnabledByDefault);
        });

    [Fact]
    public void ExactlyTheErrorsThatKeepAHookOutOfTheTableCannotBeSwitchedOff()
    {
        Assert.Equal(Judge.Errors, Rules.Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)).Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Judge.Errors, Rules.Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.Compiler)).Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>Where Hooks is not referenced, an analyzer does not even ask to be called.</summary>
    [Theory]
    [InlineData("class Plain { [System.Obsolete] void M() { } }")]
    [InlineData(OwnHooks)]
    public async Task NothingHappensWithoutHooks(string source)
    {
        var project = HookCompilation.Library(source) with { ReferencesRuntime = false, GlobalUsings = null };

        var compilation = project.Generate().AssertClean().Output;
        Assert.Empty(await Analysis.RunAsync(compilation));
        var telemetry = compilation.WithAnalyzers(Analysis.Analyzers);
        await telemetry.GetAnalyzerDiagnosticsAsync();
        foreach (var analyzer in Analysis.Analyzers)
        {
            var actions = await telemetry.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
            Assert.Equal(0, actions.SyntaxNodeActionsCount + actions.SymbolActionsCount + actions.OperationActionsCount + actions.SemanticModelActionsCount + actions.CompilationEndActionsCount);
        }
    }

    /// <summary>An attribute of the same full name takes the place of ours in that project, for generator and analyzers alike.</summary>
    [Fact]
    public async Task AnOwnAttributeOfTheSameFullNameCountsForBoth()
    {
        var project = HookCompilation.Library("""
            #pragma warning disable CS0436
            namespace Hooks
            {
                [AttributeUsage(AttributeTargets.Method)]
                internal sealed class HookAttribute(HookPoint point) : Attribute { public HookPoint Point => point; }
            }
            static class Sessions
            {
                [Hook(HookPoint.SessionStart)] internal static void Good(SessionContext session) { }
                [Hook(HookPoint.SessionStart)] internal static string Bad(SessionContext session) => "";
            }
            """);

        Assert.Equal(["Good"], TableText.Manifest(project.Generate().AssertClean().Run.GeneratedSources.Single().SyntaxTree));
        Assert.Equal(["HOOK001"], (await Analysis.RunAsync(project)).Select(diagnostic => diagnostic.Id).Where(Judge.Errors.Contains));
    }

    /// <summary>The compiler makes a static method with the same attributes of a method in an extension block; the two are not two hooks.</summary>
    [Fact]
    public async Task AMethodOfAnExtensionBlockIsReportedOnceAndNoHook()
    {
        var project = HookCompilation.Library("""
            static class Sessions
            {
                extension(SessionContext session)
                {
                    [Hook(HookPoint.SessionStart, Name = "start")] internal static void Lost(SessionContext context) { }
                    internal int Count { [Hook(HookPoint.SessionStart)] get => 1; }
                }

                [Hook(HookPoint.SessionStart, Name = "start")] internal static void Found(SessionContext context) { }
            }
            """) with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview };

        Assert.Equal(["Found"], TableText.Manifest(project.Generate().AssertClean().Run.GeneratedSources.Single().SyntaxTree));
        Assert.Equal(["HOOK004", "HOOK004"], (await Analysis.RunAsync(project)).Select(diagnostic => diagnostic.Id));
    }

    private const string OwnHooks = """
        namespace Hooks
        {
            public enum HookPoint { Start }
            public sealed class HookAttribute : System.Attribute { public HookAttribute(HookPoint point) { } }
            public sealed class HookAttribute<T> : System.Attribute { }
            public class HookDispatcher { public string Start() => ""; public string FireAsync(HookPoint point) => ""; }
            static class Own
            {
                [Hook(HookPoint.Start)] private static string M() { new HookDispatcher().Start(); new HookDispatcher().FireAsync(HookPoint.Start); return ""; }
                [Hook<int>] private static void N() { M(); }
            }
        }
        """;

    /// <summary>Notes what an analyzer asks for.</summary>
    private sealed class Settings : AnalysisContext
    {
        public bool IsConcurrent { get; private set; }

        public GeneratedCodeAnalysisFlags? GeneratedCode { get; private set; }

        public override void EnableConcurrentExecution() => IsConcurrent = true;

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => GeneratedCode = analysisMode;

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action)
        {
        }

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action)
        {
        }

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action)
        {
        }

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds)
        {
        }

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action)
        {
        }

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action)
        {
        }

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action)
        {
        }

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds)
        {
        }
    }
}
