using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Leaves a guard's failure to its point, which denies.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix107GuardOpensWhenItBreaks() : ArgumentRemovalFix(DiagnosticIds.GuardOpensWhenItBreaks, "OnFailure", "Remove OnFailure, so that a failure denies");
