using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Which names in a body lead to the context: its parameter, locals that hold it or a part of it, and its members.</summary>
internal sealed class ContextNamesInText
{
    private readonly SyntaxNode _body;
    private readonly HashSet<string> _contexts;
    private readonly Dictionary<string, ContextData?> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContextData?> _copies = new(StringComparer.Ordinal);

    private readonly Lazy<HashSet<string>> _made;

    public ContextNamesInText(SyntaxNode body, string parameter, INamedTypeSymbol context)
    {
        _body = body;
        _contexts = new(StringComparer.Ordinal) { parameter };

        Members = new(context);
        foreach (var node in body.DescendantNodes())
            FindLocal(node);
        _made = new(() => MadeLocals.Of(body, IsKnown));
    }

    /// <summary>The data that an expression leads to, or that it calls a method of.</summary>
    public ContextPlace? Find(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax call)
            return DataOf(expression) is { } data ? new(data) : CopyOf(expression) is { } copy ? new(copy) { IsCopy = true } : null;
        var (receiver, method) = TextOf.Receiver(call);
        if (receiver is null)
            return null;
        if (IsContext(receiver))
            return method == "Narrow" && Members.Has("ToolNames") ? new(new("ToolNames", null)) { Call = call, Method = method, Changes = true, Narrows = true } : null;
        if (DataOf(receiver) is not { } target)
            return null;

        // The first text that a method of the arguments is given is a name: TryGetString("command", out var command).
        if (target.Key is null && Members.IsArguments(target.Member) && TextOf.FirstLiteral(call.ArgumentList.Arguments) is { } key)
            target = target with { Key = key };
        return new(target) { Call = call, Method = method, Changes = !Members.IsText(target.Member) && ContextChanges.ChangingMethods.Contains(method!) };
    }

    /// <summary>The data that a property pattern looks at, where the whole pattern is one of the context.</summary>
    public ContextData? FindInPattern(SubpatternSyntax part, string member)
    {
        var pattern = part.Parent?.Parent;
        while (pattern?.Parent is PatternSyntax)
            pattern = pattern.Parent;
        var value = pattern?.Parent switch
        {
            IsPatternExpressionSyntax match => match.Expression,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression,
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
            _ => null,
        };
        return value is not null && IsContext(value) && part.Parent?.Parent?.Parent is not SubpatternSyntax && Members.Has(member) ? new(member, null) : null;
    }

    /// <summary>Whether an expression only gives a part of the context another name.</summary>
    public bool IsNaming(SyntaxNode expression) =>
        expression.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && _parts.ContainsKey(declarator.Identifier.ValueText);

    /// <summary>The members of the context.</summary>
    public ContextMembers Members { get; }

    /// <summary>Whether a name leads to the context or something of it; for a name that a lambda gives to something else, too.</summary>
    public bool IsKnown(string name) => _contexts.Contains(name) || _parts.ContainsKey(name) || _copies.ContainsKey(name);

    /// <summary>Whether a local holds something that was made from the context.</summary>
    public bool IsMadeFromContext(string local) => _made.Value.Contains(local);

    public bool IsContext(ExpressionSyntax expression) => TextOf.Bare(expression) is IdentifierNameSyntax name && _contexts.Contains(name.Identifier.ValueText) && !IsHidden(name);

    /// <summary>The data that an expression leads to.</summary>
    public ContextData? DataOf(ExpressionSyntax expression)
    {
        switch (TextOf.Bare(expression))
        {
            case IdentifierNameSyntax name:
                return _parts.TryGetValue(name.Identifier.ValueText, out var part) && !IsHidden(name) ? part : null;
            case MemberAccessExpressionSyntax access:
                return Member(access.Expression, access.Name);
            case MemberBindingExpressionSyntax binding:
                return TextOf.Accessed(binding) is { } accessed ? Member(accessed, binding.Name) : null;
            case ElementAccessExpressionSyntax element:
                return Element(element.Expression, element.ArgumentList);
            case ElementBindingExpressionSyntax binding:
                return TextOf.Accessed(binding) is { } indexed ? Element(indexed, binding.ArgumentList) : null;
            default:
                return null;
        }

        ContextData? Member(ExpressionSyntax owner, SimpleNameSyntax name) =>
            IsContext(owner) ? Members.Has(name.Identifier.ValueText) ? new(name.Identifier.ValueText, null) : null : DataOf(owner);

        ContextData? Element(ExpressionSyntax owner, BracketedArgumentListSyntax arguments) =>
            DataOf(owner) is { } data ? data.Key is null && Members.IsArguments(data.Member) ? data with { Key = TextOf.FirstLiteral(arguments.Arguments) } : data : null;
    }

    private ContextData? CopyOf(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax name && _copies.TryGetValue(name.Identifier.ValueText, out var copy) && !IsHidden(name) ? copy : null;

    private void FindLocal(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Initializer.Value: var value } declarator:
                Learn(declarator.Identifier, value);
                break;
            case IsPatternExpressionSyntax { Pattern: var pattern } match:
                if (Designation(pattern) is { } local)
                    Learn(local.Identifier, match.Expression);
                break;
            case InvocationExpressionSyntax call when Find(call) is { Data: var data, Method: { } method }:
                foreach (var argument in call.ArgumentList.Arguments)
                {
                    if (argument is { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword, Expression: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax handedOut } })
                        Add(method == "TryGetArguments" ? _parts : _copies, handedOut.Identifier.ValueText, data);
                }

                break;
        }
    }

    private static SingleVariableDesignationSyntax? Designation(PatternSyntax pattern) => pattern switch
    {
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax local } => local,
        VarPatternSyntax { Designation: SingleVariableDesignationSyntax local } => local,
        RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax local } => local,
        UnaryPatternSyntax negated => Designation(negated.Pattern),
        ParenthesizedPatternSyntax inner => Designation(inner.Pattern),
        _ => null,
    };

    private void Learn(SyntaxToken local, ExpressionSyntax value)
    {
        var name = local.ValueText;
        if (IsContext(value))
            _contexts.Add(name);
        else if (DataOf(value) is { } data)
            Add(data.Key is null && !Members.IsText(data.Member) && value is MemberAccessExpressionSyntax { Expression: var owner } && IsContext(owner) ? _parts : _copies, name, data);
        else if (TextOf.Bare(value) is InvocationExpressionSyntax call && Find(call) is { Call: not null, Data: var copied })
            Add(_copies, name, copied);
    }

    // A name that stands for different things in different blocks stands for none.
    private static void Add(Dictionary<string, ContextData?> locals, string name, ContextData data) =>
        locals[name] = locals.TryGetValue(name, out var known) && known != data ? null : data;

    // A lambda or local function may have a parameter of the same name.
    private bool IsHidden(IdentifierNameSyntax name)
    {
        for (var outer = name.Parent; outer is not null && outer != _body; outer = outer.Parent)
        {
            var parameters = outer switch
            {
                SimpleLambdaExpressionSyntax lambda => [lambda.Parameter],
                ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
                LocalFunctionStatementSyntax function => function.ParameterList.Parameters,
                _ => (IEnumerable<ParameterSyntax>)[],
            };
            if (parameters.Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText))
                return true;
        }

        return false;
    }
}

/// <summary>A place in a body that leads to data.</summary>
/// <param name="Data">The data.</param>
internal readonly record struct ContextPlace(ContextData Data)
{
    /// <summary>Whether it is a copy in a local, so that only what is compared matters.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The call of one of its methods; null where it is the data itself.</summary>
    public InvocationExpressionSyntax? Call { get; init; }

    public string? Method { get; init; }

    /// <summary>Whether the call changes the data.</summary>
    public bool Changes { get; init; }

    /// <summary>Whether it is <c>Narrow</c> of the choice of tools.</summary>
    public bool Narrows { get; init; }
}
