using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Finding.Tools;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK101: an alternative of <c>Tools</c> that matches no tool, so that the hook silently never runs for what was meant.</summary>
internal sealed class Hook101ToolPatternNeverMatches : DeclarationRule
{
    private const string Setting = "Tools";

    /// <summary>Of names of groups too.</summary>
    public static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ToolPatternNeverMatches,
        title: "A pattern of Tools matches no tool",
        messageFormat: "{0} {1}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (hook.Check.Point is not { HasToolName: true } || hook.Setting(Setting) is not { Kind: TypedConstantKind.Primitive, Value: string tools })
            return;
        var alternatives = ToolAlternative.Split(tools);
        if (alternatives.All(alternative => alternative.Text.Length == 0))
        {
            Report("is blank and matches no tool; leave it out to run for every tool", place: null);
            return;
        }

        var known = new Lazy<KnownTools>(() => new(hook.Index), LazyThreadSafetyMode.None);
        foreach (var alternative in alternatives)
        {
            var mistake = alternative.Text.Length == 0
                ? new("Empty", "has an empty alternative, which matches no tool; remove it", string.Empty)
                : PatternMistake.Of(alternative.Text, known);
            if (mistake is not null)
                Report(mistake.Description, hook.Argument(Setting) is { } argument ? PlainText.PlaceOf(argument, tools, alternative.Start, alternative.Length) : null, mistake);
        }

        void Report(string description, Location? place, PatternMistake? mistake = null)
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            if (place is not null && mistake is { Replacement: { } replacement })
                properties = properties.Add(FixProperties.Replacement, replacement).Add(FixProperties.Kind, mistake.Kind);
            report(Diagnostic.Create(Rule, place ?? hook.LocationOf(Setting), properties, $"'Tools' of the hook '{hook.Method.Name}'", description));
        }
    }
}
