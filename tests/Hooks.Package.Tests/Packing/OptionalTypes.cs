using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Hooks.Package.Tests.Packing;

/// <summary>The types of the runtime that only programs need which have pipelines, or ask what calls mean.</summary>
internal static partial class OptionalTypes
{
    /// <summary>Their names, from the folders of the pipelines and of the acts; the dispatcher's parts there are not types of their own.</summary>
    public static IReadOnlySet<string> Declared { get; } = new[] { "Pipelines", "Contexts/Acts" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Hooks.Runtime", folder), "*.cs", SearchOption.AllDirectories))
        .SelectMany(file => Declaration.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
        .Where(name => name != "HookDispatcher")
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Those that an assembly has.</summary>
    public static IReadOnlyList<string> In(Stream assembly)
    {
        using var image = new PEReader(assembly);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions
                .Select(handle => metadata.GetTypeDefinition(handle))
                .Where(type => type.GetDeclaringType().IsNil)
                .Select(type => metadata.GetString(type.Name).Split('`')[0])
                .Where(Declared.Contains)
                .Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"(?m)^(?:public |internal )(?:(?:static|sealed|abstract|readonly|partial|ref) )*(?:class|struct|interface|enum|record struct|record) (\w+)")]
    private static partial Regex Declaration { get; }
}
