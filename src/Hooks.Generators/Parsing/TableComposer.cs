using Hooks.Generators.Model;
using Hooks.Shared;

namespace Hooks.Generators.Parsing;

/// <summary>Puts together what the steps have found, and decides whether there is a table, a manifest, or nothing.</summary>
internal static class TableComposer
{
    private const string DefaultClassName = "GeneratedHooks";

    public static TableModel? Compose(
        EquatableArray<HookModel> own,
        TableClassModel? tableClass,
        AssemblyFacts assembly,
        EquatableArray<ManifestModel> manifests,
        string rootNamespace)
    {
        var included = manifests.Where(manifest => !assembly.Excludes(manifest.Assembly)).ToList();

        // A manifest in a format that cannot be read counts, so that its hooks do not vanish without a word.
        var contributing = included.Where(manifest => manifest.Hooks.Count > 0 || manifest.Format != ManifestReader.Format).ToEquatableArray();
        var space = CSharpNames.ToNamespace(string.IsNullOrWhiteSpace(rootNamespace) ? assembly.Name : rootNamespace);
        if (tableClass is null && assembly.IsExecutable && (own.Count > 0 || contributing.Count > 0))
            tableClass = new() { Name = DefaultClassName, Namespace = space, Accessibility = "internal" };
        if (tableClass is null && own.Count == 0)
            return null;

        return new()
        {
            Assembly = assembly.Name,
            Namespace = space,
            Table = tableClass,
            Own = own,
            References = tableClass is null ? default : contributing,
            ToolGroups = tableClass is null ? default : assembly.ToolGroups.Concat(included.SelectMany(manifest => manifest.ToolGroups)).ToEquatableArray(),
        };
    }
}
