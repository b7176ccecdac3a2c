using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Hooks.Package.Tests.Packing;

/// <summary>The types of the runtime that only programs with pipelines need.</summary>
internal static partial class PipelineTypes
{
    /// <summary>Their names, from the folder of the pipelines; the dispatcher's parts there are not types of their own.</summary>
    public static IReadOnlySet<string> Declared { get; } = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "Hooks.Runtime", "Pipelines"), "*.cs", SearchOption.AllDirectories)
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
