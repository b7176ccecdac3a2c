using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Documents;

/// <summary>The pages of docs/diagnostics and the release files, found by the path of this file.</summary>
internal static class DiagnosticPages
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    public static string Folder { get; } = Path.Combine(Root, "docs", "diagnostics");

    public static string Index { get; } = Path.Combine(Folder, "README.md");

    /// <summary>Every rule of every analyzer, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
        [.. Kit.Analysis.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static string PageOf(string id) => Path.Combine(Folder, id + ".md");

    /// <summary>The index as the rules say it: all of them, by severity, each with its page.</summary>
    public static string DerivedIndex(Func<string, bool> hasFix)
    {
        var text = new StringBuilder();
        text.Append("# Diagnostics\n\n");
        text.Append("What the analyzers of `Hooks.Runtime` report. Each id is for ever, and its page says what is wrong and what to do.\n");
        text.Append("This table is derived from the rules; `HOOKS_ACCEPT=1 dotnet test tests/Hooks.Analyzers.Tests` renews it.\n");
        Section(text, "Errors", "Some cannot be switched off: a method with such a mistake is not in the table, and would never run.", DiagnosticSeverity.Error, hasFix);
        Section(text, "Warnings", "The hook runs, but hardly as it was meant.", DiagnosticSeverity.Warning, hasFix);
        Section(text, "Information", "Worth knowing; shown in the IDE, not in the build.", DiagnosticSeverity.Info, hasFix);
        text.Append("\n## How to set a severity\n\n");
        text.Append("In `.editorconfig`, for all errors that can be switched off, warnings and information:\n\n");
        text.Append("```ini\n[*.cs]\ndotnet_diagnostic.HOOK203.severity = warning\n```\n\n");
        text.Append("For one place, `#pragma warning disable HOOK107` or `[SuppressMessage(\"Hooks\", \"HOOK107\", Justification = \"...\")]`.\n");
        return text.ToString();
    }

    private static void Section(StringBuilder text, string heading, string words, DiagnosticSeverity severity, Func<string, bool> hasFix)
    {
        text.Append($"\n## {heading}\n\n{words}\n\n| Id | What | Fix | Can be switched off |\n| --- | --- | --- | --- |\n");
        foreach (var rule in Rules.Where(rule => rule.DefaultSeverity == severity))
        {
            var fixedBy = hasFix(rule.Id) ? "yes" : "";
            var configurable = rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? "no" : "yes";
            text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)} | {fixedBy} | {configurable} |\n");
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
