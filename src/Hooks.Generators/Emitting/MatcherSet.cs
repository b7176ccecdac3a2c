using Hooks.Generators.Model;
using Hooks.Shared;

namespace Hooks.Generators.Emitting;

/// <summary>Compiles <c>Tools</c> to comparisons: one alternative is written where it is asked, several get a method.</summary>
internal sealed class MatcherSet(IEnumerable<ToolGroupModel> additionalGroups)
{
    private readonly IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> _groups =
        [.. additionalGroups.Select(group => (group.Group, (IReadOnlyList<string>)[.. group.Tools]))];

    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);
    private readonly SourceWriter _written = new();

    /// <summary>Makes a condition of an expression for the tool's name; null if every tool matches.</summary>
    public Func<string, string>? Condition(string? tools)
    {
        if (tools is null)
            return null;
        var alternatives = ToolPattern.Parse(tools, _groups).Where(pattern => pattern.Kind != ToolPatternKind.Never).ToList();
        if (alternatives.Exists(alternative => alternative.Kind == ToolPatternKind.Any))
            return null;
        if (alternatives.Count == 1)
            return tool => Compare(alternatives[0], tool);
        if (!_methods.TryGetValue(tools, out var method))
        {
            method = "IsTool" + _methods.Count;
            _methods.Add(tools, method);
            WriteMethod(method, tools, alternatives);
        }

        return tool => $"{method}({tool})";
    }

    /// <summary>The methods that the expressions call.</summary>
    public void WriteMethods(SourceWriter writer)
    {
        foreach (var line in _written.ToString().Split('\n'))
            writer.Line(line);
    }

    private static string Compare(ToolPattern pattern, string tool)
    {
        var text = SourceWriter.Literal(pattern.Text);
        const string IgnoreCase = "global::System.StringComparison.OrdinalIgnoreCase";
        return pattern.Kind switch
        {
            ToolPatternKind.Exact => $"{tool}.Equals({text}, {IgnoreCase})",
            ToolPatternKind.Prefix => $"{tool}.StartsWith({text}, {IgnoreCase})",
            ToolPatternKind.Suffix => $"{tool}.EndsWith({text}, {IgnoreCase})",
            ToolPatternKind.Contains => $"{tool}.Contains({text}, {IgnoreCase})",
            ToolPatternKind.Glob => $"MatchesGlob({tool}, {text})",
            _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
        };
    }

    private void WriteMethod(string method, string tools, IReadOnlyList<ToolPattern> alternatives)
    {
        _written.Line("// " + SourceWriter.Literal(tools));
        _written.Open($"private static bool {method}(string tool)");
        var exact = alternatives.Where(pattern => pattern.Kind == ToolPatternKind.Exact).ToList();
        if (exact.Count > 0)
        {
            _written.Open("switch (tool.Length)");
            foreach (var length in exact.GroupBy(pattern => pattern.Text.Length).OrderBy(group => group.Key))
            {
                _written.Line($"case {length.Key}:");
                foreach (var pattern in length.GroupBy(pattern => pattern.Text, StringComparer.OrdinalIgnoreCase).Select(same => same.First()))
                    _written.Indented($"if ({Compare(pattern, "tool")}) return true;");
                _written.Indented("break;");
            }

            _written.Close();
        }

        var rest = alternatives.Except(exact).Select(pattern => Compare(pattern, "tool")).ToList();
        _written.Line($"return {(rest.Count == 0 ? "false" : string.Join(" || ", rest))};");
        _written.Close();
        _written.Line();
    }
}
