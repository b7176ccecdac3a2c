using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK120: an <c>[assembly: ExcludeHooks]</c> that names no reference with hooks, so that what it means still runs.</summary>
internal sealed class Hook120ExcludesNothing : AttributeRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ExcludesNothing,
        title: "[ExcludeHooks] leaves nothing out",
        messageFormat: "No referenced assembly with hooks is called '{0}', so that nothing is left out; {1}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Attribute => MetadataNames.ExcludeHooksAttribute;

    public override void Check(AttributeDeclaration declaration, Action<Diagnostic> report)
    {
        if (declaration.Attribute.ValueAt(0) is not string name)
            return;
        var index = declaration.Hooks.Index(declaration.CancellationToken);
        if (index.Excluded.Any(manifest => string.Equals(manifest.Assembly, name.Trim(), StringComparison.OrdinalIgnoreCase)))
            return;
        var place = declaration.Syntax.ArgumentList!.Arguments[0].GetLocation();
        var others = index.References.Select(manifest => manifest.Assembly).ToList();
        report(Diagnostic.Create(Rule, place, name, others.Count == 0 ? "remove it" : $"those with hooks are: {string.Join(", ", others)}"));
    }
}
