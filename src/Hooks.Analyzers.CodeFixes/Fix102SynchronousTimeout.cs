using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Removes a timeout that never applies.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix102SynchronousTimeout() : ArgumentRemovalFix(DiagnosticIds.SynchronousTimeout, "TimeoutMilliseconds", "Remove TimeoutMilliseconds");
