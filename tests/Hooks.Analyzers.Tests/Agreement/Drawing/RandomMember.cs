using System.Collections.Immutable;

namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>Draws members and the methods in them.</summary>
internal sealed class RandomMember(Draw draw)
{
    private static readonly IReadOnlyList<string> Operators = ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"];

    private readonly RandomHooks _hooks = new(draw);
    private int _members;
    private int _methods;

    /// <summary>Draws one.</summary>
    /// <param name="only">What it has to be; null for anything that the type allows.</param>
    public MemberPlan Next(Choice? only, string type, Choice typeShape, Choice typeAccessibility, Needs given) =>
        Of(only ?? draw.Of(MemberChoices.All, usual: 65, given), type, typeShape, [typeShape.Label, typeAccessibility.Label], given);

    public MemberPlan Statement() => Of(draw.Any(MemberChoices.Statements), "", TypeChoices.Statements, [TypeChoices.Statements.Label], Needs.Nothing);

    private MemberPlan Of(Choice shape, string type, Choice typeShape, ImmutableArray<string> labels, Needs given)
    {
        var id = _members++;
        var first = _methods++;
        var name = $"M{first}";
        var second = shape.Text.Contains("$second", StringComparison.Ordinal) ? _methods++ : first;
        var isNamed = shape.Text.Contains("$name(", StringComparison.Ordinal) && second == first;
        var hooks = _hooks.On(shape, name, isNamed, twoParts: shape.Text.Contains("$B", StringComparison.Ordinal) || shape.Elsewhere.Length > 0, first, second);

        var returns = draw.Of(hooks.GiveVerdicts || draw.Chance(15) ? SignatureChoices.Returns : SignatureChoices.Nothing, usual: 88);
        var takes = draw.Of(SignatureChoices.Parameters, usual: 85);
        var accessibility = draw.Of(SignatureChoices.Accessibilities, usual: 90, given);
        var isAsync = shape.Text.Contains("$async", StringComparison.Ordinal) && SignatureChoices.CanBeAsync(returns, takes) && draw.Chance(40);
        labels = labels.Add(shape.Label);
        if (Uses(shape, "$ret"))
            labels = labels.Add(returns.Label);
        if (Uses(shape, "$par"))
            labels = labels.Add(takes.Label);
        if (Uses(shape, "$acc"))
            labels = labels.Add(accessibility.Label);
        if (isAsync)
            labels = labels.Add(SignatureChoices.Async.Label);

        return new(id, Fill(shape.Text), Fill(shape.Elsewhere), hooks.First, hooks.Second, labels);

        string Fill(string template) => template
            .Replace("$second", "").Replace("$acc", accessibility.Text)
            .Replace("$asyncpartial", isAsync ? "async partial" : "partial").Replace("$async", isAsync ? "async " : "")
            .Replace("$ret", returns.Text).Replace("$par", takes.Text).Replace("$ctx", hooks.Context)
            .Replace("$name", name).Replace("$type", typeShape.Text.Contains("<TOf>", StringComparison.Ordinal) ? type + "<TOf>" : type).Replace("$bare", type)
            .Replace("$op", Operators[id % Operators.Count]);
    }

    private static bool Uses(Choice shape, string word) =>
        shape.Text.Contains(word, StringComparison.Ordinal) || shape.Elsewhere.Contains(word, StringComparison.Ordinal);
}
