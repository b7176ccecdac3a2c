using System.Collections.Immutable;
using System.Globalization;
using Hooks.Analyzers.Finding;
using Hooks.Analyzers.Finding.Chains;
using Hooks.Generators.Emitting;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Chains;

/// <summary>HOOK201: two hooks of which one changes what the other sees, and only their names say which runs first. Told at the later one.</summary>
internal sealed class Hook201OrderByName : DeclarationRule
{
    // More than a reader would want to see in one After.
    private const int MostNames = 8;

    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.OrderByName,
        title: "Only names decide the order of two hooks",
        messageFormat: "Only its name puts '{0}' behind '{1}', and {2}; say it with Priority or After",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        // At other points changes are lost, and there are no answers.
        if (hook.Check.Point is not { IsBlocking: true } point || hook.Place is not { At: > 0 } place || hook.Index.IndexOf(place.Model) is not { } chain)
            return;
        if (chain.Sources[place.At]?.Use(hook.CancellationToken) is not { } use)
            return;
        var ties = new NameTies(place, point, use, chain, hook.Index.Tools, hook.CancellationToken);
        var earlier = ties.Before().Take(MostNames + 1).ToList();
        if (earlier.Count == 0)
            return;

        var properties = ImmutableDictionary<string, string?>.Empty;
        if (earlier.Count <= MostNames && earlier.TrueForAll(first => OrderNames.IsPlain(first.Name)))
            properties = properties.Add(FixProperties.After, string.Join("|", earlier.OrderBy(first => first.At).Select(first => first.Name)));
        if (ties.NextPriority() is { } priority)
            properties = properties.Add(FixProperties.Priority, priority.ToString(CultureInfo.InvariantCulture));
        report(Create(hook, hook.LocationOf("Priority"), properties, place.Name, earlier[0].Name, ties.Stake(earlier[0])));
    }
}
