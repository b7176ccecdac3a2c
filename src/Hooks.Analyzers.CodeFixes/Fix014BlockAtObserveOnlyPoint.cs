using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Removes a policy that cannot be kept.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix014BlockAtObserveOnlyPoint() : ArgumentRemovalFix(DiagnosticIds.BlockAtObserveOnlyPoint, "OnFailure", "Remove OnFailure");
