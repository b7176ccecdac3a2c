using System.Runtime.CompilerServices;
using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>Reads what referenced assemblies say of their hooks.</summary>
internal static class ReferenceReader
{
    // The symbol of a reference outlives the compilation, and with it what was read from it.
    private static readonly ConditionalWeakTable<IAssemblySymbol, ReadManifest> Known = new();

    /// <summary>The manifests of all references that have hooks or tool groups, by assembly name.</summary>
    public static EquatableArray<ManifestModel> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var manifests = new List<ManifestModel>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Known.GetValue(assembly, static assembly => new(ReadManifestOf(assembly))).Manifest is { } manifest && CanBeNamed(assembly, compilation))
                manifests.Add(manifest);
        }

        return manifests
            .OrderBy(manifest => manifest.Assembly, StringComparer.Ordinal)
            .GroupBy(manifest => manifest.Assembly, StringComparer.Ordinal)
            .Select(same => same.First())
            .ToEquatableArray();
    }

    private static ManifestModel? ReadManifestOf(IAssemblySymbol assembly)
    {
        if (!ReferencesRuntime(assembly))
            return null;

        var hooks = new List<HookModel>();
        var format = 0;
        var attributes = assembly.GetAttributes();
        foreach (var attribute in attributes)
        {
            if (!SymbolNames.IsHooksType(attribute.AttributeClass, MetadataNames.HookManifestAttribute) || attribute.ValueAt(0) is not int written)
                continue;
            format = Math.Max(format, written);
            if (written == ManifestReader.Format && ManifestReader.Read(attribute, assembly.Name) is { } hook)
                hooks.Add(hook);
        }

        var groups = ToolGroupReader.Read(attributes);
        if (format == 0 && groups.Count == 0)
            return null;
        return new()
        {
            Assembly = assembly.Name,
            Format = format == 0 ? ManifestReader.Format : format,
            Hooks = format > ManifestReader.Format ? default : hooks.ToEquatableArray(),
            ToolGroups = groups,
        };
    }

    private static bool ReferencesRuntime(IAssemblySymbol assembly)
    {
        foreach (var module in assembly.Modules)
        {
            foreach (var reference in module.ReferencedAssemblies)
            {
                if (reference.Name == MetadataNames.RuntimeAssembly)
                    return true;
            }
        }

        return false;
    }

    // Emitted code names everything from the global namespace, where an assembly behind an extern alias is not.
    private static bool CanBeNamed(IAssemblySymbol assembly, Compilation compilation) =>
        compilation.GetMetadataReference(assembly) is not { Properties.Aliases: { IsEmpty: false } aliases }
        || aliases.Contains(MetadataReferenceProperties.GlobalAlias);

    private sealed class ReadManifest(ManifestModel? manifest)
    {
        public ManifestModel? Manifest { get; } = manifest;
    }
}
