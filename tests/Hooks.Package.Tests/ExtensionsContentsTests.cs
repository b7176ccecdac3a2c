using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests;

/// <summary>What the package for Microsoft.Extensions.AI holds, and what it brings along.</summary>
[Collection(PackedOnce.Name)]
public sealed class ExtensionsContentsTests(PackedRepository packed)
{
    [Fact]
    public void These_files_and_no_others() => Assert.Equal(
        [
            "CHANGELOG.md", "Hooks.Extensions.AI.nuspec", "README.md",
            "lib/net10.0/Hooks.Extensions.AI.dll", "lib/net10.0/Hooks.Extensions.AI.xml", "lib/net8.0/Hooks.Extensions.AI.dll", "lib/net8.0/Hooks.Extensions.AI.xml",
        ],
        packed.Of("Hooks.Extensions.AI").Files.Keys);

    [Fact]
    public void It_needs_the_very_runtime_that_it_was_packed_with_and_brings_its_generator()
    {
        var groups = packed.Of("Hooks.Extensions.AI").Metadata.Elements().Single(element => element.Name.LocalName == "dependencies").Elements().ToList();
        Assert.Equal(["net10.0", "net8.0"], groups.Select(group => group.Attribute("targetFramework")?.Value).Order());
        foreach (var group in groups)
        {
            var needs = group.Elements().ToDictionary(need => need.Attribute("id")!.Value);
            Assert.Equal(["Hooks.Runtime", "Microsoft.Extensions.AI.Abstractions"], needs.Keys.Order());
            Assert.Equal($"[{PackedRepository.Version}]", needs["Hooks.Runtime"].Attribute("version")?.Value);
            Assert.DoesNotContain("Analyzers", needs["Hooks.Runtime"].Attribute("exclude")?.Value ?? "", StringComparison.Ordinal);
        }
    }
}
