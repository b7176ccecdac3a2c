using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers;

/// <summary>Runs rules that look at one kind of thing.</summary>
public abstract class HooksAnalyzer : DiagnosticAnalyzer
{
    private readonly GeneratedCodeAnalysisFlags _generatedCode;

    private protected HooksAnalyzer(IEnumerable<Rule> rules, GeneratedCodeAnalysisFlags generatedCode = GeneratedCodeAnalysisFlags.None)
    {
        SupportedDiagnostics = [.. rules.Select(rule => rule.Descriptor).Distinct()];
        _generatedCode = generatedCode;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(_generatedCode);
        Register(context);
    }

    /// <summary>Says what the rules look at.</summary>
    private protected abstract void Register(AnalysisContext context);

    /// <summary>Looks at each node of a kind, where Hooks.Runtime is referenced.</summary>
    private protected static void LookAt(AnalysisContext context, SyntaxKind kind, Action<SyntaxNodeAnalysisContext, HooksCompilation> look) =>
        context.RegisterCompilationStartAction(start =>
        {
            if (HooksCompilation.Find(start.Compilation, start.Options) is { } hooks)
                start.RegisterSyntaxNodeAction(node => look(node, hooks), kind);
        });
}
