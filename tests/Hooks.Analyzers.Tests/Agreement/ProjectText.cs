using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Hooks.Analyzers.Tests.Agreement.Drawing;

namespace Hooks.Analyzers.Tests.Agreement;

/// <summary>A plan as C#. Comments mark where members, types and attributes begin, so that places lead back to the plan.</summary>
internal static partial class ProjectText
{
    public static HookCompilation Write(ProjectPlan plan)
    {
        var project = (plan.IsProgram ? HookCompilation.Program() : HookCompilation.Library()) with
        {
            GlobalUsings = ProjectChoices.GlobalUsings,
            LanguageVersion = plan.IsPreview ? Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview : Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest,
        };
        project = project.WithSource("Points.cs", ProjectChoices.Points).WithSource("LookAlikes.cs", ProjectChoices.LookAlikes);
        if (!plan.IsProgram)
            project = project.WithSource("Table.cs", ProjectChoices.Table);
        if (plan.Kind.Text.Length > 0)
            project = project.WithSource("Program.cs", ProjectChoices.Usings + plan.Kind.Text + string.Concat(plan.Types.Where(IsStatements).SelectMany(type => type.Members).Select(Member)));
        for (var i = 0; i < plan.Files.Length; i++)
            project = project.WithSource(plan.Files[i].Path, File(plan, i));
        return project;
    }

    /// <summary>The key of the attribute that begins at a place; null if none of the plan does.</summary>
    public static string? KeyAt(string text, int start)
    {
        var match = Key().Match(text, 0, start);
        return match.Success && match.Index + match.Length == start ? match.Groups[1].Value : null;
    }

    /// <summary>The keys of all attributes in a text.</summary>
    public static IEnumerable<string> KeysIn(string text) => Key().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>The innermost member or type that a place is in: its number, or its name.</summary>
    public static string? UnitAt(string text, int position)
    {
        var open = new Stack<string>();
        foreach (Match match in Unit().Matches(text))
        {
            if (match.Index > position)
                break;
            if (match.Groups[1].Success)
                open.Push(match.Groups[1].Value);
            else
                open.Pop();
        }

        return open.TryPeek(out var unit) ? unit : null;
    }

    private static string File(ProjectPlan plan, int file)
    {
        var text = new StringBuilder(plan.Files[file].Head.Text).Append(ProjectChoices.Usings).Append("namespace ").Append(plan.Namespace.Text).Append("\n{\n").Append(ProjectChoices.InnerUsings);
        foreach (var type in plan.Types.Where(type => !IsStatements(type)))
        {
            if (type.File == file)
                text.Append(Half(type, type.Opening, [.. type.Members.Select(Member), .. type.Nested.Select(Nested)]));
            else if (type.Shape.Elsewhere.Length > 0)
                text.Append(OtherHalf(type));
        }

        return text.Append("}\n").ToString();
    }

    private static bool IsStatements(TypePlan type) => type.Shape == TypeChoices.Statements;

    private static string Nested(TypePlan type) =>
        Half(type, type.Opening, [.. type.Members.Select(Member), .. type.Nested.Select(Nested)]) + (type.Shape.Elsewhere.Length > 0 ? OtherHalf(type) : "");

    private static string OtherHalf(TypePlan type) =>
        Half(type, type.Shape.Elsewhere.Replace("$name", type.Name), [.. type.Members.Where(member => member.Elsewhere.Length > 0).Select(member => Marked(member, member.Elsewhere))]);

    private static string Half(TypePlan type, string opening, ImmutableArray<string> parts) =>
        $"/*<{type.Name}*/ {opening}\n{string.Concat(parts)}}} /*>*/\n";

    private static string Member(MemberPlan member) => Marked(member, member.Text);

    private static string Marked(MemberPlan member, string text) =>
        $"    /*<{member.Id}*/ {text.Replace("$A", Attributes(member.First)).Replace("$B", Attributes(member.Second))} /*>*/\n";

    private static string Attributes(ImmutableArray<HookPlan> hooks) => string.Join(' ', hooks.Select(hook => hook.Text));

    [GeneratedRegex(@"/\*(\d+\.\d+)\*/", RegexOptions.RightToLeft)]
    private static partial Regex Key();

    [GeneratedRegex(@"/\*<(\w+)\*/|/\*>\*/")]
    private static partial Regex Unit();
}
