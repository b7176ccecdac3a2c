using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Hooks.Architecture.Tests.Packages;

/// <summary>One project below src, as its project file and its built assembly say.</summary>
internal sealed record Package(string Name, IReadOnlyList<string> DeclaredPackages, IReadOnlyList<string> DeclaredProjects, IReadOnlyList<string> ReferencedAssemblies)
{
    public static IReadOnlyList<Package> All { get; } =
    [
        .. Repository.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(Read),
    ];

    /// <summary>Whether the compiler loads it.</summary>
    public bool IsRoslynComponent => Name == "Hooks.Generators" || Name.StartsWith("Hooks.Analyzers", StringComparison.Ordinal);

    public IEnumerable<string> OurReferences => ReferencedAssemblies.Where(IsOurs).Concat(DeclaredProjects).Distinct();

    public IEnumerable<string> ForeignAssemblies => ReferencedAssemblies.Where(name => !IsOurs(name) && !IsFramework(name));

    public override string ToString() => Name;

    private static Package Read(string projectFile)
    {
        var project = XDocument.Parse(Repository.Read(projectFile));
        var name = Path.GetFileNameWithoutExtension(projectFile);
        return new(
            name,
            [.. project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)],
            [
                .. project.Descendants("ProjectReference")
                    .Where(reference => !IsForTheCompiler(reference))
                    .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
            ],
            AssembliesOf(Path.Combine(AppContext.BaseDirectory, "packages", name + ".dll")));
    }

    // A package may bring analyzers along, or be packed with them, without any code of it using theirs.
    private static bool IsForTheCompiler(XElement reference) => reference.Attribute("ReferenceOutputAssembly")?.Value == "false";

    private static List<string> AssembliesOf(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static bool IsOurs(string name) => name == "Hooks" || name.StartsWith("Hooks.", StringComparison.Ordinal);

    private static bool IsFramework(string name) =>
        name is "netstandard" or "mscorlib" || File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));
}
