using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>How each agent compares a matcher, from its reference, and examples to compare.</summary>
internal static class ToolMatching
{
    public static Arbitrary<(string[] Tools, string[] Names)> Cases =>
        (from tools in Patterns.ArrayOf().Where(tools => tools.Length > 0)
         from names in Names.ArrayOf(20)
         select (tools, names)).ToArbitrary();

    private static readonly string[] Known = [.. Enum.GetValues<CodingAgent>().SelectMany(HostTools.Of).Distinct()];

    private static Gen<string> Patterns => Gen.OneOf(
        Gen.Elements("@shell", "@read", "@edit", "@search", "@fetch", "@task"),
        Gen.Elements(Known).Select(name => name.ToUpperInvariant()),
        Gen.Elements("mcp__db__*", "mcp__*", "MCP__Db__?ead", "*", "Web*", "*edit*", "*_file", "my.tool", "a?c", "mcp__d.b__x|Task", "*db*read"));

    private static Gen<string> Names => Gen.OneOf(
        Gen.Elements(Known),
        Gen.Elements("mcp__db__read", "mcp__DB__Read", "mcp__dxb__read", "mcp__d.b__x", "mcp__web", "WebCam", "webcam", "my.tool", "MyXTool", "abc", "A\u00e9C", "x_edit_y", "Copy_FILE"));

    /// <summary>Whether an agent has a tool of this name: not if it is one that only others bring along.</summary>
    public static bool IsRaised(CodingAgent agent, string tool) => !Known.Contains(tool) || HostTools.Of(agent).Contains(tool);

    public static bool Matches(CodingAgent agent, string? matcher, string tool) => agent switch
    {
        _ when matcher is null => true,
        CodingAgent.ClaudeCode when Regex.IsMatch(matcher, "^[A-Za-z0-9_\\- ,|]*$") => matcher.Split('|', ',').Contains(tool),
        CodingAgent.CopilotCli when Regex.IsMatch(matcher, "^[A-Za-z0-9_\\- ,|]*$") => matcher.Split('|', ',').Contains(tool),
        CodingAgent.Cursor => matcher.Split('|').Contains(tool),
        _ => Regex.IsMatch(tool, matcher, RegexOptions.ECMAScript),
    };
}
