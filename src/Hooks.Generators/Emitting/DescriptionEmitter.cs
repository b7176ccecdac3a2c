using Hooks.Generators.Model;

namespace Hooks.Generators.Emitting;

/// <summary>Writes what the table says of itself: the descriptors, in order, and the assemblies.</summary>
internal static class DescriptionEmitter
{
    public static void Write(SourceWriter writer, TableModel model, TableLayout layout)
    {
        var assemblies = layout.Hooks.Select(hook => hook.Model.Assembly).Distinct().OrderBy(name => name != model.Assembly).ThenBy(name => name, StringComparer.Ordinal);
        writer.Line($"private static readonly string[] ContributingAssemblies = new string[] {{ {string.Join(", ", assemblies.Select(name => SourceWriter.Literal(name)))} }};");
        writer.Line();
        foreach (var point in layout.Chains.Where(chain => chain.Point.IsCustom))
            WriteCustomPoint(writer, point);
        writer.Line($"private static readonly {TypeNames.Descriptor}[] DescribedHooks = DescribeHooks();");
        writer.Line();
        var parts = Parts.Of(layout.Hooks);
        writer.Open($"private static {TypeNames.Descriptor}[] DescribeHooks()");
        writer.Line($"var hooks = new {TypeNames.Descriptor}[{layout.Hooks.Count}];");
        if (parts.Count == 1)
            WritePart(writer, layout, parts[0]);
        for (var i = 0; parts.Count > 1 && i < parts.Count; i++)
            writer.Line($"DescribeHooks{i}(hooks);");
        writer.Line("return hooks;");
        writer.Close();
        writer.Line();
        for (var i = 0; parts.Count > 1 && i < parts.Count; i++)
        {
            writer.Open($"private static void DescribeHooks{i}({TypeNames.Descriptor}[] hooks)");
            WritePart(writer, layout, parts[i]);
            writer.Close();
            writer.Line();
        }
    }

    private static void WritePart(SourceWriter writer, TableLayout layout, IReadOnlyList<PlacedHook> hooks)
    {
        foreach (var chain in hooks.GroupBy(hook => layout.Chains.First(chain => hook.Index - chain.Hooks[0].Index == hook.At)))
            WriteChain(writer, chain.Key, chain);
    }

    private static void WriteChain(SourceWriter writer, PlacedChain chain, IEnumerable<PlacedHook> hooks)
    {
        var variable = chain.Point.IsCustom ? CustomPoint(chain) : char.ToLowerInvariant(chain.Point.Name[0]) + chain.Point.Name.Substring(1);
        if (!chain.Point.IsCustom)
            writer.Line($"var {variable} = global::Hooks.HookPoints.Get(global::Hooks.HookPoint.{chain.Point.Name});");
        foreach (var hook in hooks)
            writer.Line($"hooks[{hook.Index}] = new {TypeNames.Descriptor} {{ {string.Join(", ", Members(hook, variable))} }};");
    }

    private static void WriteCustomPoint(SourceWriter writer, PlacedChain chain)
    {
        var point = chain.Point;
        writer.Line($"private static readonly {TypeNames.PointInfo} {CustomPoint(chain)} = new {TypeNames.PointInfo}(null, {SourceWriter.Literal(point.Name)}, " +
            $"{SourceWriter.Literal(point.EventName)}, typeof({point.Context}), (global::Hooks.HookResultKinds){point.Allowed}, (global::Hooks.HookFailurePolicy){point.OnFailure});");
        writer.Line();
    }

    private static string CustomPoint(PlacedChain chain) => "PointOf" + chain.ClassName;

    private static IEnumerable<string> Members(PlacedHook hook, string point)
    {
        var model = hook.Model;
        yield return $"Point = {point}";
        yield return $"Name = {SourceWriter.Literal(hook.Name)}";
        yield return $"DeclaringType = {SourceWriter.Literal(model.TypeName)}";
        yield return $"Method = {SourceWriter.Literal(model.Method)}";
        yield return $"Assembly = {SourceWriter.Literal(model.Assembly)}";
        foreach (var (name, number) in new[] { ("Priority", model.Priority), ("TimeoutMilliseconds", model.TimeoutMilliseconds), ("Retries", model.Retries) })
        {
            if (number != 0)
                yield return $"{name} = {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        }

        foreach (var (name, text) in new[] { ("Description", model.Description), ("Tools", model.Tools), ("After", model.After), ("Before", model.Before) })
        {
            if (text is not null)
                yield return $"{name} = {SourceWriter.Literal(text)}";
        }

        if (model.OnFailure != 0)
            yield return $"OnFailure = (global::Hooks.HookFailurePolicy){model.OnFailure}";
        foreach (var (name, isSet) in new[] { ("Background", model.Background), ("CircuitBreaker", model.CircuitBreaker), ("GivesVerdict", model.GivesVerdict), ("IsAsynchronous", model.IsAsynchronous), ("TakesCancellationToken", model.TakesToken) })
        {
            if (isSet)
                yield return $"{name} = true";
        }
    }
}
