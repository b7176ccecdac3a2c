using System.Text.RegularExpressions;

namespace Hooks.Runtime.Tests.Tables;

public partial class TableMermaidTests
{
    [Fact]
    public void EachPointLeadsToItsHooksInOrder()
    {
        var table = DescribedTable.Of(
            DescribedTable.Hook("first"),
            DescribedTable.Hook("second", givesVerdict: false),
            DescribedTable.Hook("audit", HookPoint.AfterToolCall, givesVerdict: false));

        Assert.EndsWith(
            """
                p0["BeforeToolCall<br/>blocking"]:::point
                h0{{"first<br/>priority 0<br/>on failure Block"}}:::verdict
                p0 --> h0
                h1(["second<br/>priority 0"]):::observer
                h0 --> h1
                p1["AfterToolCall<br/>observe-only"]:::point
                h2(["audit<br/>priority 0"]):::observer
                p1 --> h2

            """,
            table.ToMermaid(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ToolsAreShown()
    {
        var hook = new HookDescriptor { Point = HookPoints.Get(HookPoint.BeforeToolCall), Name = "n", DeclaringType = "t", Method = "m", Assembly = "a", Tools = "@shell|run_?" };

        Assert.Contains("<br/>tools #64;shell|run#95;?", DescribedTable.Of(hook).ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void PointsOfOneNameAndDifferentDescriptionsAreOne()
    {
        HookPointInfo Deploy() => new(null, "deploy.before", "deploy.before", typeof(HookContext), HookResultKinds.Verdict, HookFailurePolicy.Block);
        HookDescriptor At(HookPointInfo point, string name) => new() { Point = point, Name = name, DeclaringType = "t", Method = "m", Assembly = "a" };

        var graph = DescribedTable.Of(At(Deploy(), "one"), At(Deploy(), "two")).ToMermaid();

        Assert.DoesNotContain("p1", graph, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public void NoNameLeavesItsLabel(string name)
    {
        var hook = new HookDescriptor
        {
            Point = new(null, name, name, typeof(HookContext), HookResultKinds.None, HookFailurePolicy.Continue),
            Name = name,
            DeclaringType = name,
            Method = name,
            Assembly = name,
            Description = name,
            Tools = name,
        };

        var lines = DescribedTable.Of(hook).ToMermaid().TrimEnd('\n').Split('\n');

        Assert.Equal("flowchart LR", lines[0]);
        Assert.Equal(8, lines.Length);
        Assert.All(lines[5..], line => Assert.Matches(OneStatement(), line));
    }

    [Theory]
    [InlineData("1. list", "1#46;#32;list")]
    [InlineData("- list", "#45;#32;list")]
    [InlineData("a.b-c", "a.b-c")]
    [InlineData("#quot;", "#35;quot#59;")]
    [InlineData("\n", "#92;u000A")]
    public void WhatMermaidOrMarkdownWouldReadIsAnEntity(string name, string label) =>
        Assert.Contains($"([\"{label}<br/>", DescribedTable.Of(DescribedTable.Hook(name, givesVerdict: false)).ToMermaid(), StringComparison.Ordinal);

    // A node with a label of plain characters, entities and the renderer's own line breaks, or an arrow.
    [GeneratedRegex("""^    (p0\["([\p{L}\p{Nd} .,|?-]|#[0-9]{1,7};|<br/>)*"\]:::point|h0\(\["([\p{L}\p{Nd} .,|?-]|#[0-9]{1,7};|<br/>)*"\]\):::observer|p0 --> h0)$""")]
    private static partial Regex OneStatement();
}
