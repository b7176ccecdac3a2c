using Hooks.Generators.Model;

namespace Hooks.Generators.Emitting;

/// <summary>Writes the constructors and the CreateDispatcher methods: hook objects are handed in, resolved, or made.</summary>
internal sealed class ConstructionEmitter(SourceWriter writer, TableClassModel table, TableLayout layout)
{
    private const string Base = ": base(DescribedHooks, ContributingAssemblies)";

    private readonly List<PlacedOwner> _required = [.. layout.Owners.Where(owner => owner is { IsHidden: false, IsTable: false, Model.CanCreate: false })];
    private readonly List<PlacedOwner> _optional = [.. layout.Owners.Where(owner => owner is { IsHidden: false, IsTable: false, Model.CanCreate: true })];

    // Members cannot be more visible than the classes that they take.
    private readonly string _accessibility = layout.Owners.All(owner => owner.IsHidden || owner.Model.IsPublic) ? "public" : "internal";

    public void Write()
    {
        if (layout.Owners.Any(owner => owner.IsHidden && !owner.Model.CanCreate))
        {
            writer.Line("// Hooks of a referenced assembly need an object of a class that is not public: only a service provider can give it.");
            writer.Line();
        }
        else
        {
            WriteFromObjects();
        }

        WriteFromServices();
    }

    private void WriteFromObjects()
    {
        var parameters = _required.Select(owner => $"{owner.Model.Reference} {owner.Parameter}")
            .Concat(_optional.Select(owner => $"{owner.Model.Reference}? {owner.Parameter} = null"))
            .ToList();
        WriteDocs("Makes the table, for one dispatcher.");
        writer.Line($"{_accessibility} {table.Name}({string.Join(", ", parameters)})");
        writer.Indented(Base);
        writer.Open();
        foreach (var owner in _required)
            writer.Line($"{owner.Field} = {owner.Parameter} ?? throw new global::System.ArgumentNullException(nameof({owner.Parameter}));");
        foreach (var owner in layout.Owners.Except(_required))
            writer.Line(owner.IsTable ? $"{owner.Field} = this;" : $"{owner.Field} = {(owner.IsHidden ? string.Empty : owner.Parameter + " ?? ")}Own({Creation(owner)});");
        writer.Close();
        writer.Line();

        WriteDocs("Makes a dispatcher that fires these hooks.", "options");
        parameters.Add($"{TypeNames.Options}? options = null");
        writer.Line($"{_accessibility} static {TypeNames.Dispatcher} CreateDispatcher({string.Join(", ", parameters)}) =>");
        writer.Indented($"new {TypeNames.Dispatcher}(new {table.Name}({string.Join(", ", _required.Concat(_optional).Select(owner => owner.Parameter))}), options);");
        writer.Line();
    }

    private void WriteFromServices()
    {
        if (layout.Owners.Count > 0)
            WriteConstructorFromServices();
        writer.Line("/// <summary>Makes a dispatcher that fires these hooks, with hook objects from a service provider.</summary>");
        writer.Line("/// <remarks>What the provider lacks is made, where that needs no arguments.</remarks>");
        writer.Line("/// <param name=\"services\">Where the hook objects come from, at once.</param>");
        writer.Line("/// <param name=\"options\">How the dispatcher runs the hooks.</param>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">The provider lacks an object that cannot be made without arguments.</exception>");
        writer.Line($"public static {TypeNames.Dispatcher} CreateDispatcher({TypeNames.Services} services, {TypeNames.Options}? options = null) =>");
        writer.Indented($"new {TypeNames.Dispatcher}(new {table.Name}({(layout.Owners.Count > 0 ? "services" : string.Empty)}), options);");
        writer.Line();
    }

    private void WriteConstructorFromServices()
    {
        writer.Line("/// <summary>Makes the table, for one dispatcher, with hook objects from a service provider.</summary>");
        writer.Line("/// <remarks>What the provider lacks is made, where that needs no arguments.</remarks>");
        writer.Line("/// <param name=\"services\">Where the hook objects come from, at once.</param>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">The provider lacks an object that cannot be made without arguments.</exception>");
        writer.Line($"public {table.Name}({TypeNames.Services} services)");
        writer.Indented(Base);
        writer.Open();
        writer.Line("if (services is null) throw new global::System.ArgumentNullException(nameof(services));");

        // What may be missing comes first, so that nothing has been made when it is.
        foreach (var owner in layout.Owners.OrderBy(owner => owner.Model.CanCreate))
        {
            if (owner.IsTable)
            {
                writer.Line($"{owner.Field} = this;");
                continue;
            }

            var resolved = owner.IsHidden
                ? $"{owner.Model.Thunks}.Resolve{owner.Model.Key}(services)"
                : $"({owner.Model.Reference}?)services.GetService(typeof({owner.Model.Reference}))";
            var otherwise = owner.Model.CanCreate
                ? $"Own({Creation(owner)})"
                : $"throw Unresolved({SourceWriter.Literal(owner.Model.Name)}, {SourceWriter.Literal(owner.FirstHook)})";
            writer.Line($"{owner.Field} = {resolved} ?? {otherwise};");
        }

        writer.Close();
        writer.Line();
    }

    private void WriteDocs(string summary, string? options = null)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        foreach (var owner in _required)
            writer.Line($"/// <param name=\"{owner.Parameter.TrimStart('@')}\">The object whose methods are hooks; the caller disposes it.</param>");
        foreach (var owner in _optional)
            writer.Line($"/// <param name=\"{owner.Parameter.TrimStart('@')}\">The object whose methods are hooks. Default: one that the dispatcher makes and disposes.</param>");
        if (options is not null)
            writer.Line("/// <param name=\"options\">How the dispatcher runs the hooks.</param>");
    }

    private static string Creation(PlacedOwner owner) =>
        owner.IsHidden ? $"{owner.Model.Thunks}.Create{owner.Model.Key}()" : $"new {owner.Model.Reference}()";
}
