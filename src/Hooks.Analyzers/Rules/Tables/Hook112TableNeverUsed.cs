using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Tables;

/// <summary>HOOK112: a program that declares hooks and never makes a dispatcher from its table, so that none of them runs.</summary>
internal sealed class Hook112TableNeverUsed : TableRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.TableNeverUsed,
        title: "The program never uses its table of hooks",
        messageFormat: "This program declares {0}, but no code mentions '{1}', so that none of them ever runs; make a dispatcher with '{1}.CreateDispatcher' and let it fire the points",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookIndex index, Action<Diagnostic> report)
    {
        if (index.IsTestProject
            || index.Own.Count == 0
            || index.Tables.Count == 0
            || index.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication)
            || index.Tables.Any(IsForOthers)
            || TableMentions.Exist(index)
            || WouldBeTable.Exists(index))
        {
            return;
        }

        report(Diagnostic.Create(Rule, FirstHook(index), index.Own.Count == 1 ? "a hook" : $"{index.Own.Count} hooks", index.Tables[0].Name));
    }

    // A public table is there for whoever loads the program, or refers to it.
    private static bool IsForOthers(INamedTypeSymbol table) => table.DeclaredAccessibility == Accessibility.Public;

    private static Location FirstHook(HookIndex index) => index.Own
        .Select(hook => index.SourceOf(hook)?.Method.Locations.FirstOrDefault(location => location.IsInSource))
        .OfType<Location>()
        .OrderBy(location => location.SourceTree!.FilePath, StringComparer.Ordinal)
        .ThenBy(location => location.SourceSpan.Start)
        .FirstOrDefault() ?? Location.None;
}
