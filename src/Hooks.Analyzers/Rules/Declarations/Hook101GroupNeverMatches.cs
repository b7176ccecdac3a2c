using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Finding.Tools;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK101: a name of a group that matches no tool, whether hooks of this assembly name the group or not.</summary>
internal sealed class Hook101GroupNeverMatches : AttributeRule
{
    public override DiagnosticDescriptor Descriptor => Hook101ToolPatternNeverMatches.Rule;

    public override string Attribute => MetadataNames.ToolGroupAttribute;

    public override void Check(AttributeDeclaration declaration, Action<Diagnostic> report)
    {
        if (declaration.Attribute.ValueAt(0) is not string written)
            return;
        var group = ToolGroups.WithSign(written.Trim());
        var known = new Lazy<KnownTools>(() => new(declaration.Hooks.Index(declaration.CancellationToken)), LazyThreadSafetyMode.None);
        foreach (var expression in Names(declaration.Syntax))
        {
            if (declaration.Semantics.GetConstantValue(expression, declaration.CancellationToken).Value is not string text)
                continue;
            var name = text.Trim();
            if (GroupMistake.Of(name, group, known) is not { } mistake)
                continue;
            var place = PlainText.PlaceOf(expression, text, text.IndexOf(name, StringComparison.Ordinal), name.Length);
            var properties = ImmutableDictionary<string, string?>.Empty;
            if (place is not null && mistake.Replacement is { } replacement)
                properties = properties.Add(FixProperties.Replacement, replacement).Add(FixProperties.Kind, mistake.Kind);
            report(Diagnostic.Create(Descriptor, name.Length == 0 ? expression.GetLocation() : place ?? expression.GetLocation(), properties, $"The group '{group}'", mistake.Description));
        }
    }

    // All arguments but the group; its names may be an array.
    private static IEnumerable<ExpressionSyntax> Names(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList!.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].NameColon is { } colon ? colon.Name.Identifier.ValueText == "group" : i == 0)
                continue;
            var array = arguments[i].Expression switch
            {
                ArrayCreationExpressionSyntax creation => creation.Initializer,
                ImplicitArrayCreationExpressionSyntax creation => creation.Initializer,
                _ => null,
            };
            foreach (var expression in array?.Expressions ?? [arguments[i].Expression])
                yield return expression;
        }
    }
}
