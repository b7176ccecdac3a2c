using System.Composition;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooks.Analyzers.CodeFixes;

/// <summary>Removes <c>Tools</c> where there is no tool.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class Fix012ToolsWithoutTool() : ArgumentRemovalFix(DiagnosticIds.ToolsWithoutTool, "Tools", "Remove Tools");
