using System.Collections.Immutable;
using System.Text;

namespace Hooks.Architecture.Tests.Surface;

/// <summary>The baseline file: one text for all frameworks, in which a line that only some have says which.</summary>
internal static class SurfaceText
{
    public const string Header =
        "# What users can see of this assembly. A test compares it with the built one; what is new here, or gone, belongs into CHANGELOG.md.\n";

    public static string Of(params (string Framework, ImmutableArray<SurfaceType> Types)[] surfaces)
    {
        var text = new StringBuilder(Header);
        var lines = surfaces.SelectMany(surface => surface.Types.SelectMany(type => LinesOf(type).Select(line => (type.Name, Line: line, surface.Framework))));
        foreach (var type in lines.GroupBy(line => line.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append('\n');
            foreach (var line in type.GroupBy(line => line.Line).OrderBy(line => IsMember(line.Key)))
                text.Append(line.Key).Append(Mark(line.Select(each => each.Framework).ToList(), surfaces.Length)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The lines that are in only one of two texts, each with the type that it belongs to.</summary>
    public static IReadOnlyList<string> Differences(string accepted, string actual)
    {
        var before = WithTypes(accepted).ToHashSet();
        var after = WithTypes(actual).ToHashSet();
        return [.. before.Except(after).Select(line => "- " + line), .. after.Except(before).Select(line => "+ " + line)];
    }

    private static IEnumerable<string> LinesOf(SurfaceType type) => type.Members.Select(member => "    " + member).Prepend(type.Declaration);

    private static bool IsMember(string line) => line[0] == ' ';

    private static string Mark(List<string> frameworks, int all) => frameworks.Count == all ? "" : $"   # {string.Join(", ", frameworks)} only";

    private static IEnumerable<string> WithTypes(string text)
    {
        var type = "";
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (!IsMember(line))
                type = line;
            yield return IsMember(line) ? $"{type}: {line.Trim()}" : line;
        }
    }
}
