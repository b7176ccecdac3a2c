using Hooks.Generators.Model;
using Hooks.Shared;

namespace Hooks.Generators.Parsing;

/// <summary>Puts together what the steps have found, and decides whether there is a table, a manifest, or nothing.</summary>
internal sealed class TableComposer(AssemblyFacts assembly, string rootNamespace)
{
    private const string DefaultClassName = "GeneratedHooks";

    private readonly string _namespace = CSharpNames.ToNamespace(string.IsNullOrWhiteSpace(rootNamespace) ? assembly.Name : rootNamespace);

    public TableModel? Compose(EquatableArray<HookModel> own, TableClassModel? tableClass, EquatableArray<ManifestModel> references, int leftOut)
    {
        var included = references.Where(manifest => !assembly.Excludes(manifest.Assembly)).ToList();

        // A manifest in a format that cannot be read counts, so that its hooks do not vanish without a word.
        var contributing = included.Where(manifest => manifest.Hooks.Count > 0 || manifest.Format != ManifestReader.Format).ToEquatableArray();
        if (assembly.IsExecutable && (own.Count > 0 || contributing.Count > 0))
            tableClass ??= new() { Name = DefaultClassName, Namespace = _namespace, Accessibility = "internal" };
        if (tableClass is null && own.Count == 0 && leftOut == 0)
            return null;

        return new()
        {
            Assembly = assembly.Name,
            Namespace = _namespace,
            Table = tableClass,
            Own = own,
            LeftOut = leftOut,
            References = tableClass is null ? default : contributing,
            ToolGroups = tableClass is null ? default : assembly.ToolGroups.Concat(included.SelectMany(manifest => manifest.ToolGroups)).ToEquatableArray(),
        };
    }
}
