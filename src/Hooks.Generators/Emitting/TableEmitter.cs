using Hooks.Generators.Model;

namespace Hooks.Generators.Emitting;

/// <summary>Writes the table class: how it is made, what it holds, and the chains.</summary>
internal static class TableEmitter
{
    public static void Write(SourceWriter writer, TableModel model, TableLayout layout)
    {
        var table = model.Table!;
        if (table.Namespace.Length > 0)
            writer.Open($"namespace {table.Namespace}");
        writer.Line($"/// <summary>The hooks of {new System.Xml.Linq.XText(model.Assembly)}, in the order in which they run.</summary>");
        writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"Hooks.Generators\", \"{typeof(TableEmitter).Assembly.GetName().Version}\")]");
        writer.Open($"{table.Accessibility} sealed partial class {table.Name} : global::Hooks.HookTable");
        foreach (var owner in layout.Owners)
            writer.Line($"private readonly {owner.Model.Reference} {owner.Field};");
        if (layout.Owners.Count > 0)
            writer.Line();

        new ConstructionEmitter(writer, table, layout).Write();
        WriteChains(writer, layout);
        WriteToolGroups(writer, model);
        InvocationEmitter.Write(writer, layout);
        DescriptionEmitter.Write(writer, model, layout);
        layout.Matchers.WriteMethods(writer);
        foreach (var chain in layout.Chains)
        {
            if (chain != layout.Chains[0])
                writer.Line();
            ChainEmitter.Write(writer, table, chain);
        }

        writer.Close();
        if (table.Namespace.Length > 0)
            writer.Close();
    }

    // For handlers that are registered at run time; what is known now is compiled into comparisons.
    private static void WriteToolGroups(SourceWriter writer, TableModel model)
    {
        const string Pair = "global::System.Collections.Generic.KeyValuePair<string, string>";
        if (model.ToolGroups.Count == 0)
            return;
        writer.Line("/// <inheritdoc/>");
        writer.Open($"protected override global::System.Collections.Generic.IReadOnlyList<{Pair}> ToolGroups {{ get; }} = new {Pair}[]");
        foreach (var group in model.ToolGroups)
        {
            foreach (var tool in group.Tools)
                writer.Line($"new {Pair}({SourceWriter.Literal(group.Group)}, {SourceWriter.Literal(tool)}),");
        }

        writer.Close(";");
        writer.Line();
    }

    private static void WriteChains(SourceWriter writer, TableLayout layout)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"protected override global::System.Collections.Generic.IReadOnlyList<{TypeNames.Chain}> CreateChains()");
        writer.Open($"return new {TypeNames.Chain}[]");
        foreach (var chain in layout.Chains)
            writer.Line($"new {chain.ClassName}(this),");
        writer.Close(";");
        writer.Close();
        writer.Line();

        var custom = layout.Chains.Where(chain => chain.Point.IsCustom).ToList();
        if (custom.Count == 0)
            return;
        writer.Line("/// <inheritdoc/>");
        writer.Open("protected override int FindCustomPoint(global::System.Type contextType)");
        foreach (var chain in custom)
            writer.Line($"if (contextType == typeof({chain.Point.Context})) return {chain.CustomPoint};");
        writer.Line("return -1;");
        writer.Close();
        writer.Line();
    }
}
