using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK011: a number in the attribute that does not mean what it says: a policy that does not exist, a negative time or number of attempts, or an overflow.</summary>
internal sealed class Hook011Numbers : DeclarationRule
{
    private const string Policy = "OnFailure";
    private const string Retries = "Retries";

    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.Numbers,
        title: "A number in [Hook] means nothing",
        messageFormat: "The hook '{0}' is not in the table, because {1}",
        DiagnosticSeverity.Error,
        NeverSilent);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (!hook.Check.Violations.HasFlag(HookViolations.Numbers))
            return;
        foreach (var argument in hook.Syntax.ArgumentList?.Arguments ?? [])
        {
            var name = argument.NameEquals?.Name.Identifier.ValueText;
            if (HookNumbers.FindOverflow(argument.Expression, hook.Hooks.Compilation) is { } overflow)
                Report(overflow, $"{name ?? "the point"} overflows and becomes {hook.Semantics.GetConstantValue(argument.Expression, hook.CancellationToken).Value}; write the number that is meant");
            else if (name == Policy && hook.Setting(Policy) is { } value && !HookNumbers.IsMember(value))
                Report(argument.Expression, $"{Policy} is {value.Value}, which is no member of HookFailurePolicy; write Block, Continue or Throw");
            else if (name is not null && hook.Setting(name) is { } setting && HookNumbers.IsNegative(name, setting))
                Report(argument.Expression, $"{name} is {setting.Value}, which is less than none; write {(name == Retries ? "how many attempts may follow one that failed" : "how many milliseconds an attempt may take")}, or remove it");
        }

        void Report(ExpressionSyntax place, string reason) => report(Diagnostic.Create(Rule, place.GetLocation(), hook.Method.Name, reason));
    }
}
