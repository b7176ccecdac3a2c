using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Chains;

/// <summary>HOOK006: two hooks of one point with one name, so that settings, reports and <c>After</c> cannot tell them apart.</summary>
internal sealed class Hook006SameName : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.SameName,
        title: "Two hooks of one point have the same name",
        messageFormat: "The name '{0}' is taken at {1}: the hook '{2}' ({3}) has it too; give one of the two another Name",
        DiagnosticSeverity.Error);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        // One with another error is not in the table, and may well be about to change.
        if (hook.Place is not { } place || hook.Index.IndexOf(place.Model) is not { } chain)
            return;
        var other = chain.Called(place.Model.Name).FirstOrDefault(other => other != place && chain.Sources[other.At] is not null);
        if (other is null)
            return;
        report(Create(hook, hook.Argument("Name")?.GetLocation() ?? hook.NameLocation, place.Name, chain.Chain.Point.Name, $"{other.Model.TypeName}.{other.Model.Method}", Place(chain.Sources[other.At]!.Location)));
    }

    private static string Place(Location location)
    {
        var line = location.GetLineSpan();
        return $"{Path.GetFileName(line.Path)}, line {line.StartLinePosition.Line + 1}";
    }
}
