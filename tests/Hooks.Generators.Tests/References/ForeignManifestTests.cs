using Hooks.Generators.Tests.Parsing;

namespace Hooks.Generators.Tests.References;

/// <summary>Manifests that this version did not write.</summary>
public class ForeignManifestTests
{
    private const string Main = "static class Program { static void Main() { } }";

    [Fact]
    public void NewerFormatIsRecordedButNotRead()
    {
        var manifest = Assert.Single(Parsed.Table(Host("[assembly: HookManifest(2, Point = 1, Name = \"x\")]"))!.References);

        Assert.Equal(("Foreign", 2, 0), (manifest.Assembly, manifest.Format, manifest.Hooks.Count));
    }

    [Fact]
    public void ManifestWithoutWhatACallNeedsIsIgnored() =>
        Assert.Null(Parsed.Table(Host("[assembly: HookManifest(1)] [assembly: HookManifest(1, Point = 1, Name = \"x\")]")));

    [Fact]
    public void NegativeNumbersAreAsIfNoneWereDeclared()
    {
        var manifest = Assert.Single(Parsed.Table(Host("""
            [assembly: HookManifest(1, Point = 30, PointName = "BeforeToolCall", EventName = "tool.call.before", Context = "global::Hooks.ToolCallContext", Name = "x",
                TypeName = "Foreign.Guards", Type = "global::Foreign.Guards", Method = "Check", Priority = -5, TimeoutMilliseconds = -1, Retries = -2)]
            """))!.References);
        var hook = Assert.Single(manifest.Hooks);

        Assert.Equal((-5, 0, 0), (hook.Priority, hook.TimeoutMilliseconds, hook.Retries));
    }

    [Fact]
    public void ToolGroupsComeWithoutHooksToo()
    {
        var model = Parsed.Table(Host("[assembly: ToolGroup(\"@deploy\", \"ship\")]").WithSource("Table.cs", "[HookTable] partial class Table;"));

        Assert.Empty(model!.References);
        Assert.Equal("@deploy", Assert.Single(model.ToolGroups).Group);
    }

    private static HookCompilation Host(string foreign)
    {
        var library = (HookCompilation.Library(foreign) with { AssemblyName = "Foreign" }).Compile();
        return HookCompilation.Program(Main).WithLibraries(library);
    }
}
