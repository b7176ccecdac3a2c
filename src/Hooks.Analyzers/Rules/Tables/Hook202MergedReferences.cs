using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Tables;

/// <summary>HOOK202: the assembly's table has hooks that came with references. One word on all of them.</summary>
internal sealed class Hook202MergedReferences : TableRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.MergedReferences,
        title: "The table has hooks of referenced assemblies",
        messageFormat: "The table of {0} has hooks of referenced assemblies: {1}; [assembly: ExcludeHooks(\"{2}\")] leaves those of {2} out",
        DiagnosticSeverity.Info,
        WellKnownDiagnosticTags.CompilationEnd);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookIndex index, Action<Diagnostic> report)
    {
        var merged = index.References.Where(manifest => manifest.Hooks.Count > 0).ToList();
        if (merged.Count == 0 || (!index.Assembly.IsExecutable && TableClass(index) is null))
            return;
        var hooks = string.Join(", ", merged.Select(manifest => $"{manifest.Assembly} ({manifest.Hooks.Count})"));
        report(Diagnostic.Create(Rule, TableClass(index) ?? Location.None, index.Assembly.Name, hooks, merged[0].Assembly));
    }

    // The place where somebody has written the class; the generated one is nobody's.
    private static Location? TableClass(HookIndex index) => index.Tables
        .SelectMany(table => table.GetAttributes())
        .Where(attribute => SymbolNames.IsHooksType(attribute.AttributeClass, nameof(MetadataNames.HookTableAttribute)))
        .Select(attribute => attribute.ApplicationSyntaxReference)
        .OfType<SyntaxReference>()
        .Select(reference => reference.GetSyntax().FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>()?.Identifier.GetLocation())
        .FirstOrDefault(location => location is not null);
}
