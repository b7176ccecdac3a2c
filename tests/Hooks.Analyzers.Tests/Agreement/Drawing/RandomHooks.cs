using System.Collections.Immutable;
using System.Globalization;

namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>Draws the attributes of one member, and finds a class of contexts that fits them.</summary>
internal sealed class RandomHooks(Draw draw)
{
    // Few points, so that tools, both modes and different contexts come up often.
    private static readonly IReadOnlyList<HookPoint> BuiltIn =
    [
        HookPoint.BeforeToolCall, HookPoint.BeforeToolCall, HookPoint.AfterToolCall, HookPoint.ToolError, HookPoint.BeforeModelCall,
        HookPoint.SessionStart, HookPoint.SessionEnd, HookPoint.BeforeTurn, HookPoint.PermissionRequest, HookPoint.BudgetExceeded,
    ];

    public (ImmutableArray<HookPlan> First, ImmutableArray<HookPlan> Second, string Context, bool GiveVerdicts) On(Choice shape, string name, bool isNamed, bool twoParts, int first, int second)
    {
        var count = draw.Chance(70) ? 1 : draw.Chance(70) ? 2 : 3;
        var points = new List<Point>();
        for (var i = 0; i < count; i++)
            points.Add(points.Count > 0 && draw.Chance(12) ? points[0] : Point.Next(draw, shape, name));
        var firsts = ImmutableArray.CreateBuilder<HookPlan>();
        var seconds = ImmutableArray.CreateBuilder<HookPlan>();
        for (var i = 0; i < count; i++)
        {
            var onSecond = twoParts && (first != second ? i % 2 == 1 : draw.Chance(50));
            var mayLackDescription = isNamed && i == 0;
            (onSecond ? seconds : firsts).Add(Attribute(points[i], shape, $"{(onSecond ? second : first)}.{i}", name, mayLackDescription));
        }

        return (firsts.ToImmutable(), seconds.ToImmutable(), points.Select(point => point.Context).Distinct().Count() == 1 ? points[0].Context : "HookContext", points.All(point => point.IsBlocking));
    }

    private HookPlan Attribute(Point point, Choice shape, string key, string name, bool mayLackDescription)
    {
        var isForeign = point.Number is not null && draw.Chance(2);
        var spelling = draw.Of(point.Number is null ? [.. AttributeChoices.CustomNames.Where(choice => choice.Context is null || choice.Context == point.Context)] : AttributeChoices.Names, usual: 50);
        var list = shape.Context == "method:" ? AttributeChoices.Lists[1] : draw.Of(AttributeChoices.Lists, usual: 70);
        var hasDescription = !mayLackDescription || draw.Chance(70);
        var labels = ImmutableArray.CreateBuilder<string>();
        labels.AddRange(spelling.Label, point.Label, list.Label, hasDescription ? "description: one" : "description: none");

        var settings = new List<string>();
        if (hasDescription)
            settings.Add($"Description = \"{key}\"");
        foreach (var choices in isForeign ? [] : Settings)
        {
            var setting = draw.Of(choices, usual: 92);
            labels.Add(setting.Label);
            if (setting.Text.Length > 0)
                settings.Insert(draw.UpTo(settings.Count + 1), setting.Text);
        }

        if (point.Number is not null)
        {
            var written = draw.Of(AttributeChoices.Points, usual: 85);
            labels.Add(written.Label);
            settings.Insert(0, written.Text.Replace("$point", point.Name).Replace("$number", point.Number));
        }

        if (isForeign)
            labels.Add("name: a look-alike");
        var attribute = isForeign ? "global::Acme.Own.Hook" : spelling.Text.Replace("$context", point.Written);
        var arguments = settings.Count == 0 ? "" : $"({string.Join(", ", settings)})";
        return new(key, hasDescription ? key : name, list.Text.Replace("$hook", $"/*{key}*/{attribute}{arguments}"), isForeign, labels.ToImmutable());
    }

    private static IReadOnlyList<IReadOnlyList<Choice>> Settings { get; } =
        [AttributeChoices.Priorities, AttributeChoices.Tools, AttributeChoices.Failures, AttributeChoices.Timeouts, AttributeChoices.Attempts, AttributeChoices.Ways, AttributeChoices.Others];

    /// <summary>A point: a built-in one with name and number, or a custom one with the class as the attribute names it.</summary>
    private sealed record Point(string Label, string Name, string? Number, string Written, string Context, bool IsBlocking)
    {
        public static Point Next(Draw draw, Choice shape, string member)
        {
            if (shape.Context is { } forced && forced != "method:")
            {
                var context = forced.Replace("$name", member);
                return new("context: of the member", context, null, context, context, draw.Chance(50));
            }

            if (draw.Chance(70))
            {
                var info = HookPoints.Get(draw.Any(BuiltIn));
                return new("context: built-in", info.Name, ((int)info.Point!).ToString(CultureInfo.InvariantCulture), info.ContextType.Name, info.ContextType.Name, info.IsBlocking);
            }

            var custom = draw.Of(AttributeChoices.Contexts, usual: 60);
            return new(custom.Label, custom.Text, null, custom.Text, custom.Gives.HasFlag(Needs.HidesContext) ? "HookContext" : custom.Text, !custom.Label.Contains("observe", StringComparison.Ordinal) && draw.Chance(70));
        }
    }
}
