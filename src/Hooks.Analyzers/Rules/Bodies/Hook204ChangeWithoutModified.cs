using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Bodies;

/// <summary>HOOK204: a hook changes data and then answers Continue, so that the verdict does not tell of the change.</summary>
internal sealed class Hook204ChangeWithoutModified : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.ChangeWithoutModified,
        title: "A change that the verdict does not tell of",
        messageFormat: "The hook '{0}' {1} and then answers {2}, so that the verdict does not tell of the change; answer HookResult.Modified",
        DiagnosticSeverity.Info);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        if (!body.GivesVerdict || body.Changes.Count == 0 || body.Checks.Any(check => check.Point is not { IsBlocking: true }))
            return;
        var reported = new HashSet<SyntaxNode>();
        foreach (var change in UntoldChanges.Of(body))
        {
            foreach (var answer in change.Answers)
            {
                if (reported.Add(answer.Operation.Syntax))
                {
                    var what = change.Change.Path.Member is IMethodSymbol method ? $"calls {method.Name}" : $"changes {change.Change.Path.Member!.Name}";
                    report(Diagnostic.Create(Rule, answer.Operation.Syntax.GetLocation(), body.Method.Name, what, answer.Kind));
                }
            }
        }
    }
}
