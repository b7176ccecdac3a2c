using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests;

/// <summary>What the package holds, file by file.</summary>
[Collection(PackedOnce.Name)]
public sealed class ContentsTests(PackedRepository packed)
{
    private static readonly string[] Extensions = ["Hooks.Analyzers.CodeFixes.dll", "Hooks.Analyzers.dll", "Hooks.Generators.dll"];

    [Fact]
    public void These_files_and_no_others() => Assert.Equal(
        [
            "CHANGELOG.md", "Hooks.Runtime.nuspec", "README.md",
            .. Extensions.Select(file => $"analyzers/dotnet/cs/{file}"),
            "buildTransitive/Hooks.Runtime.props", "buildTransitive/Hooks.Runtime.targets",
            "lib/net10.0/Hooks.Runtime.dll", "lib/net10.0/Hooks.Runtime.xml", "lib/net8.0/Hooks.Runtime.dll", "lib/net8.0/Hooks.Runtime.xml",
        ],
        packed.Package.Files.Keys);

    [Fact]
    public void The_symbols_belong_to_the_libraries()
    {
        Assert.Equal(["Hooks.Runtime.nuspec", "lib/net10.0/Hooks.Runtime.pdb", "lib/net8.0/Hooks.Runtime.pdb"], packed.Symbols.Files.Keys);
        foreach (var framework in new[] { "net8.0", "net10.0" })
        {
            using var image = new PEReader(new MemoryStream(packed.Package.Files[$"lib/{framework}/Hooks.Runtime.dll"]));
            var debug = image.ReadDebugDirectory();
            using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(packed.Symbols.Files[$"lib/{framework}/Hooks.Runtime.pdb"]));
            var id = new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id);
            Assert.Equal(image.ReadCodeViewDebugDirectoryData(debug.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid, id.Guid);
            Assert.Contains(debug, entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        }
    }

    [Fact]
    public void It_depends_on_no_package()
    {
        var dependencies = packed.Package.Metadata.Elements().Single(element => element.Name.LocalName == "dependencies");
        Assert.Equal(["net10.0", "net8.0"], dependencies.Elements().Select(group => group.Attribute("targetFramework")?.Value).Order());
        Assert.All(dependencies.Elements(), group => Assert.Empty(group.Elements()));
    }

    [Fact]
    public void It_says_what_it_is()
    {
        var metadata = packed.Package.Metadata.Elements().ToLookup(element => element.Name.LocalName);
        Assert.Equal("Hooks.Runtime", metadata["id"].Single().Value);
        Assert.Equal(PackedRepository.Version, metadata["version"].Single().Value);
        Assert.Equal(("expression", "MIT"), (metadata["license"].Single().Attribute("type")?.Value, metadata["license"].Single().Value));
        Assert.Equal("README.md", metadata["readme"].Single().Value);
        foreach (var name in new[] { "title", "authors", "description", "copyright", "tags", "releaseNotes" })
            Assert.False(string.IsNullOrWhiteSpace(metadata[name].Single().Value), name);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Its_documentation_is_that_of_the_points(string framework)
    {
        var members = XDocument.Parse(packed.Package.Text($"lib/{framework}/Hooks.Runtime.xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);
        foreach (var id in new[] { "T:Hooks.HookAttribute", "F:Hooks.HookPoint.BeforeToolCall", "M:Hooks.HookResult.Cancel(System.String)" })
            Assert.False(string.IsNullOrWhiteSpace(members[id].Element("summary")?.Value), id);
    }

    [Fact]
    public void What_the_compiler_loads_needs_only_what_the_compiler_has()
    {
        foreach (var file in Extensions)
        {
            using var image = new PEReader(new MemoryStream(packed.Package.Files[$"analyzers/dotnet/cs/{file}"]));
            var metadata = image.GetMetadataReader();
            foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
            {
                var name = metadata.GetString(reference.Name);
                if (!IsOfEditor(file, name))
                    Assert.True(reference.Version <= ShippedVersion(name), $"{file} needs {name} {reference.Version}.");
            }
        }
    }

    [Fact]
    public void No_file_names_the_machine_that_packed_it()
    {
        foreach (var (name, content) in packed.Package.Files.Concat(packed.Symbols.Files))
        {
            foreach (var path in new[] { packed.Folder, Repository.Root.TrimEnd('/', '\\') })
            {
                Assert.False(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)) >= 0, $"{name} names {path}.");
                Assert.False(content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(path)) >= 0, $"{name} names {path}.");
            }
        }
    }

    // Code fixes run in editors, which bring these two along.
    private static bool IsOfEditor(string file, string reference) => file == "Hooks.Analyzers.CodeFixes.dll"
        && (reference.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || reference == "System.Composition.AttributedModel");

    private static Version ShippedVersion(string name)
    {
        var file = new[] { Repository.CompilerFolder, Path.GetDirectoryName(typeof(object).Assembly.Location)! }
            .Select(folder => Path.Combine(folder, $"{name}.dll")).FirstOrDefault(File.Exists);
        return file is null ? new Version() : System.Reflection.AssemblyName.GetAssemblyName(file).Version!;
    }
}
