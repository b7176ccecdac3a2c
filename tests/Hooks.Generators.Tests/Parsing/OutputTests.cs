using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Tests.Parsing;

/// <summary>Who gets a table, who gets a manifest, and who gets nothing.</summary>
public class OutputTests
{
    private const string Hook = "public static class Guards { [Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }";
    private const string Invalid = "public static class Guards { [Hook(HookPoint.SessionStart)] public static int A(HookContext c) => 1; }";
    private const string LeftOut = "\n// Hooks left out, because of mistakes that analyzers would tell: ";
    private const string Main = "static class Program { static void Main() { } }";
    private const string Table = "[HookTable] internal sealed partial class AgentHooks;";

    [Fact]
    public void ProgramWithHooksGetsATable() => AssertTable(HookCompilation.Program(Hook, Main), "GeneratedHooks", own: 1);

    [Fact]
    public void WindowsProgramToo() =>
        AssertTable(HookCompilation.Program(Hook, Main) with { OutputKind = OutputKind.WindowsApplication }, "GeneratedHooks", own: 1);

    [Fact]
    public void LibraryWithHooksGetsAManifest()
    {
        var model = Parsed.Table(HookCompilation.Library(Hook));

        Assert.NotNull(model);
        Assert.Null(model.Table);
        Assert.Single(model.Own);
    }

    [Fact]
    public void LibraryWithATableClassGetsBoth() => AssertTable(HookCompilation.Library(Hook, Table), "AgentHooks", own: 1);

    [Fact]
    public void TableClassNeedsNoHook() => AssertTable(HookCompilation.Library(Table), "AgentHooks", own: 0);

    [Theory]
    [InlineData("")]
    [InlineData(Invalid)]
    [InlineData("[assembly: ToolGroup(\"@shell\", \"x\")]")]
    [InlineData("[assembly: ExcludeHooks(\"Lib\")]")]
    public void NothingToSayIsNoFile(string source)
    {
        Assert.Null(HookCompilation.Library(source).Generate().AssertClean().Source);
        Assert.Null(HookCompilation.Program(source, Main).Generate().AssertClean().Source);
    }

    [Theory]
    [InlineData("RunAnalyzers", "false", null, null, true)]
    [InlineData("RunAnalyzers", "", "RunAnalyzersDuringBuild", "False", true)]
    [InlineData("RunAnalyzersDuringBuild", "false", null, null, true)]
    [InlineData("RunAnalyzers", "true", "RunAnalyzersDuringBuild", "false", false)]
    [InlineData("RunAnalyzersDuringBuild", "true", null, null, false)]
    public void WhatNoAnalyzerTellsOfIsCounted(string first, string value, string? second, string? other, bool isCounted)
    {
        var properties = ImmutableDictionary<string, string>.Empty.Add(first, value);
        if (second is not null)
            properties = properties.Add(second, other!);
        const string Twice = "static class More { [Hook(HookPoint.SessionEnd), Hook(HookPoint.SessionStart)] private static void A(HookContext c) { } [Hook(HookPoint.SessionEnd)] internal static void B(HookContext c) { } }";

        var alone = (HookCompilation.Library(Invalid) with { OtherProperties = properties }).Generate().AssertClean().Source;
        var beside = (HookCompilation.Program(Invalid, Twice, Main) with { OtherProperties = properties }).Generate().AssertClean().Source!;

        Assert.Equal(isCounted, alone is not null);
        if (isCounted)
            Assert.Contains(LeftOut + "1\n", alone, StringComparison.Ordinal);
        Assert.Equal(isCounted, beside.Contains(LeftOut + "3\n", StringComparison.Ordinal));
        Assert.Contains("has 1 hook of", beside, StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectWithoutHooksRuntimeGetsNothing() =>
        Assert.Null((HookCompilation.Program(Main) with { ReferencesRuntime = false, GlobalUsings = null }).Generate().AssertClean().Source);

    [Fact]
    public void ToolGroupsOfAllFilesInOneOrder()
    {
        string[] files =
        [
            "[assembly: ToolGroup(\"@shell\", \"b\", \"a\")]",
            "[assembly: ToolGroup(\"@deploy\", \"x\")] [assembly: ToolGroup(\"@shell\", \"a\")]",
            "[assembly: ToolGroup(\"@none\")] [assembly: ToolGroup(\"@null\", null!)]",
        ];

        var groups = Parsed.Table(HookCompilation.Library([.. files, Table]))!.ToolGroups;
        Assert.Equal(["@deploy:x", "@none:", "@null:", "@shell:a", "@shell:b,a"], groups.Select(group => $"{group.Group}:{string.Join(",", group.Tools)}"));
        Assert.Equal(groups, Parsed.Table(HookCompilation.Library([Table, .. files.Reverse()]))!.ToolGroups);
    }

    private static void AssertTable(HookCompilation project, string name, int own)
    {
        var result = project.Generate();
        Assert.Null(result.Run.Exception);
        Assert.Equal("Hooks.g.cs", Assert.Single(result.Run.GeneratedSources).HintName);
        var model = Parsed.Table(project);
        Assert.Equal(name, model!.Table!.Name);
        Assert.Equal(own, model.Own.Count);
    }
}
