using System.Collections.Immutable;

namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>Draws a project: two files, and some types with about twenty hooks between them.</summary>
internal sealed class RandomProject
{
    private const int HooksWanted = 20;
    private static readonly IReadOnlyList<Choice> OfTopTypes = [.. SignatureChoices.Accessibilities.Where(choice => choice.Text is "" or "public" or "internal")];

    private readonly Draw _draw;
    private readonly Choice _kind;
    private readonly RandomMember _members;
    private int _types;

    private RandomProject(Draw draw, Choice kind)
    {
        _draw = draw;
        _kind = kind;
        _members = new(draw);
    }

    /// <summary>Draws one.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="number">The number of the project, which says whose turn it is among the rare things.</param>
    public static ProjectPlan Draw(Random random, int number)
    {
        var draw = new Draw(random, number);
        var needs = draw.Turn(MemberChoices.All).Requires & Needs.Preview;
        return new RandomProject(draw, draw.Of([.. ProjectChoices.Kinds.Where(kind => kind.Gives.HasFlag(needs))], usual: 40)).Compose();
    }

    private ProjectPlan Compose()
    {
        var space = _draw.Of(ProjectChoices.Namespaces, usual: 70);
        var types = ImmutableArray.CreateBuilder<TypePlan>();
        types.Add(Type(_draw.Turn(TypeChoices.All), Needs.Top, depth: 0));
        types.Add(WithRareMember(_draw.Turn(MemberChoices.All)));
        _draw.IsTouring = true;
        types.Add(Type(TypeChoices.All[0], Needs.Top, depth: 0, MemberChoices.All[0]));
        _draw.IsTouring = false;
        while (types.Sum(type => type.AllMembers.Sum(member => member.Hooks.Count())) < HooksWanted)
            types.Add(Type(_draw.Of(TypeChoices.All, usual: 60, Needs.Top), Needs.Top, depth: 0));
        if (_kind.Gives.HasFlag(Needs.Statements))
            types.Add(new("Program", TypeChoices.Statements, "", 0, [.. Enumerable.Range(0, 3).Select(_ => _members.Statement())], []));
        return new(_kind, space, [File("First"), File("Second")], types.ToImmutable());
    }

    private FilePlan File(string name)
    {
        var head = _draw.Of(ProjectChoices.Heads, usual: 40);
        return new(head.Label == "file: named as generated" ? $"{name}.g.cs" : $"{name}.cs", head);
    }

    private TypePlan WithRareMember(Choice member)
    {
        var shapes = TypeChoices.All.Where(shape => (member.Requires & ~(shape.Gives | _kind.Gives)) == 0).ToList();
        return Type(_draw.Of(shapes, usual: 50, Needs.Top), Needs.Top, depth: 0, member);
    }

    private TypePlan Type(Choice shape, Needs place, int depth, Choice? only = null)
    {
        var accessibility = _draw.Of(depth == 0 ? OfTopTypes : SignatureChoices.Accessibilities, usual: 80, place);
        var name = $"T{_types++}";
        var gives = shape.Gives | _kind.Gives;
        if (depth > 0)
            gives &= ~Needs.StaticTop;
        var members = only is not null
            ? [_members.Next(only, name, shape, accessibility, gives)]
            : Enumerable.Range(0, 1 + _draw.UpTo(4)).Select(_ => _members.Next(null, name, shape, accessibility, gives)).ToImmutableArray();
        var nested = only is null && depth < 2 && _draw.Chance(25) ? [Nested(gives & Needs.Heirs, depth + 1)] : ImmutableArray<TypePlan>.Empty;
        return new(name, shape, shape.Text.Replace("$acc", accessibility.Text).Replace("$name", name), _draw.UpTo(2), members, nested);
    }

    private TypePlan Nested(Needs place, int depth) => Type(_draw.Of(TypeChoices.All, usual: 60, place), place, depth);
}
