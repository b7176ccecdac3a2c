using Hooks.Analyzers.Finding.Clients;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Clients;

/// <summary>HOOK115: a function that comes to its caller past the hooks of a client, so that no guard sees its calls.</summary>
internal sealed class Hook115FunctionWithoutHooks : ClientRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.FunctionWithoutHooks,
        title: "A function is called past the hooks of its client",
        messageFormat: "No hook sees the calls of these functions: {0}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookedClient client, Action<Diagnostic> report)
    {
        if (client.Hooks.IsTestProject)
            return;
        var found = new List<(SyntaxToken Place, string Why)>();
        if (FunctionLoops.Around(client) is { } loop)
            found.Add((loop, $"'{loop.ValueText}' stands around the client that 'WithHooks' gives, and calls them as it was handed them; call 'WithHooks' on what stands outermost"));
        foreach (var place in OtherFunctions.Additional(client))
            found.Add((place, "'WithHooks' reaches the functions of a request's 'ChatOptions.Tools', not those of 'AdditionalTools'; give each of them its hooks with 'WithHooks'"));
        foreach (var place in OtherFunctions.CalledByHand(client))
            found.Add((place, "the client puts hooks around what it hands on, not around the function itself, which is called here; call it on what 'WithHooks' of the function gives"));

        // Whoever gives functions their hooks, here or elsewhere, knows what he does.
        if (found.Count == 0 || client.MayHaveHooksElsewhere())
            return;
        foreach (var (place, why) in found)
            report(Diagnostic.Create(Rule, place.GetLocation(), why));
    }
}
