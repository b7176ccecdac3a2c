using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>The locals of a body that hold something made from known names; rather too many than too few.</summary>
internal static class MadeLocals
{
    public static HashSet<string> Of(SyntaxNode body, Func<string, bool> isKnown)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        var declared = new HashSet<string>(body.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(local => local.Identifier.ValueText), StringComparer.Ordinal);
        int before;
        do
        {
            before = made.Count;
            foreach (var node in body.DescendantNodes())
                Add(node);
        }
        while (made.Count > before);
        return made;

        void Add(SyntaxNode node)
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: { } initializer } declarator when Mentions(initializer):
                    made.Add(declarator.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax local, Right: var value } when Mentions(value):
                    made.Add(local.Identifier.ValueText);
                    break;
                case ForEachStatementSyntax each when Mentions(each.Expression):
                    made.Add(each.Identifier.ValueText);
                    break;
                case ForEachVariableStatementSyntax each when Mentions(each.Expression):
                    AddDesignations(each.Variable);
                    break;
                case IsPatternExpressionSyntax match when Mentions(match.Expression):
                    AddDesignations(match.Pattern);
                    break;
                case SwitchExpressionSyntax choice when Mentions(choice.GoverningExpression):
                    foreach (var arm in choice.Arms)
                        AddDesignations(arm.Pattern);
                    break;
                case SwitchStatementSyntax choice when Mentions(choice.Expression):
                    foreach (var label in choice.Sections.SelectMany(section => section.Labels))
                        AddDesignations(label);
                    break;

                // Out variables, and objects that are told of it: a stream that is written to, a builder.
                case InvocationExpressionSyntax call when Mentions(call):
                    AddDesignations(call.ArgumentList);
                    foreach (var argument in call.ArgumentList.Arguments)
                    {
                        if (argument is { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword or (int)SyntaxKind.RefKeyword, Expression: IdentifierNameSyntax local })
                            made.Add(local.Identifier.ValueText);
                        else if (argument.Expression is IdentifierNameSyntax filled && declared.Contains(filled.Identifier.ValueText))
                            made.Add(filled.Identifier.ValueText);
                    }

                    if (TextOf.Receiver(call).Receiver is IdentifierNameSyntax owner && declared.Contains(owner.Identifier.ValueText))
                        made.Add(owner.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax { Left: var left, Right: var value } when left is not IdentifierNameSyntax && Mentions(value):
                    AddDesignations(left);
                    break;
            }
        }

        void AddDesignations(SyntaxNode node) => made.UnionWith(node.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Select(local => local.Identifier.ValueText));

        bool Mentions(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => isKnown(name.Identifier.ValueText) || made.Contains(name.Identifier.ValueText));
    }
}
