using Hooks.Generators.Model;
using Hooks.Shared;

namespace Hooks.Generators.Emitting;

/// <summary>Writes what assemblies that reference this one need to call its hooks: attributes, and public ways to them.</summary>
internal static class ManifestEmitter
{
    public static void WriteAttributes(SourceWriter writer, TableModel model, TableLayout? layout)
    {
        var thunks = ThunksReference(model);
        var hooks = Listed(model);
        var owners = HiddenOwners(model);
        if (model.Own.Count > 0)
            writer.Line("// For the tables of assemblies that reference this one; HookManifestAttribute explains the numbers.");
        for (var i = 0; i < hooks.Count; i++)
        {
            var hook = hooks[i];
            var values = new List<string> { Emitter.FormatWritten.ToString() };
            Number(values, "Point", hook.Point.Number);
            Text(values, "PointName", hook.Point.Name);
            Text(values, "EventName", hook.Point.EventName);
            Text(values, "Context", hook.Point.Context);
            Number(values, "Allowed", hook.Point.Allowed);
            Number(values, "PointOnFailure", hook.Point.OnFailure);
            Text(values, "Name", hook.Name);
            Text(values, "TypeName", hook.TypeName);
            Text(values, "Type", hook.Type);
            Text(values, "Method", hook.Method);
            Text(values, "Parameters", hook.Parameters);
            Text(values, "ContextParameter", hook.ContextParameter);
            Number(values, "Returns", (int)hook.Returns);
            Flag(values, "TakesToken", hook.TakesToken);
            Flag(values, "IsInstance", hook.Owner is not null);
            Flag(values, "CanCreate", hook.Owner is { } owner && (owner.IsPublic ? owner.CanCreateElsewhere : owner.CanCreate) && (layout?.CanStillMake(owner) ?? true));
            Text(values, "Thunks", thunks);
            Number(values, "Thunk", i + 1);
            Number(values, "OwnerKey", hook.Owner is null ? 0 : owners.IndexOf(hook.Owner) + 1);
            Text(values, "Description", hook.Description);
            Number(values, "Priority", hook.Priority);
            Text(values, "Tools", hook.Tools);
            Text(values, "After", hook.After);
            Text(values, "Before", hook.Before);
            Number(values, "OnFailure", hook.OnFailure);
            Number(values, "TimeoutMilliseconds", hook.TimeoutMilliseconds);
            Number(values, "Retries", hook.Retries);
            Flag(values, "Background", hook.Background);
            Flag(values, "CircuitBreaker", hook.CircuitBreaker);
            writer.Line($"[assembly: global::Hooks.HookManifest({string.Join(", ", values)})]");
        }

        if (model.Own.Count > 0)
            writer.Line();
    }

    public static void WriteThunks(SourceWriter writer, TableModel model, TableLayout? layout)
    {
        var hooks = Listed(model);
        if (hooks.Count == 0)
            return;
        if (model.Namespace.Length > 0)
            writer.Open($"namespace {model.Namespace}");
        writer.Line("/// <summary>Leads the tables of other assemblies to these hooks, by names that no other assembly has.</summary>");
        writer.Line(TypeNames.Hidden);
        writer.Open($"public static class {ThunksName(model)}");
        for (var i = 0; i < hooks.Count; i++)
            WriteThunk(writer, hooks[i], i + 1);
        var owners = HiddenOwners(model);
        for (var i = 0; i < owners.Count; i++)
            WriteOwner(writer, owners[i], i + 1, owners[i].CanCreate && (layout?.CanStillMake(owners[i]) ?? true));
        writer.Close();
        if (model.Namespace.Length > 0)
            writer.Close();
        writer.Line();
    }

    private static void WriteThunk(SourceWriter writer, HookModel hook, int number)
    {
        var target = hook.Owner is { } owner ? $"(({owner.Reference})hooks)" : hook.Type;
        var parameters = (hook.Owner is null ? string.Empty : "object hooks, ") + hook.Point.Context + " context" + (hook.TakesToken ? $", {TypeNames.Token} cancellationToken" : string.Empty);
        writer.Line($"public static {ReturnType(hook.Returns)} Hook{number}({parameters}) => {InvocationEmitter.Call(hook, target)};");
    }

    private static void WriteOwner(SourceWriter writer, OwnerModel owner, int number, bool canCreate)
    {
        if (canCreate)
            writer.Line($"public static object Create{number}() => new {owner.Reference}();");
        writer.Line($"public static object? Resolve{number}({TypeNames.Services} services) => services.GetService(typeof({owner.Reference}));");
    }

    private static string ReturnType(HookReturn shape) => shape switch
    {
        HookReturn.Void => "void",
        HookReturn.Task => "global::System.Threading.Tasks.Task",
        HookReturn.ValueTask => TypeNames.ValueTask,
        HookReturn.Result => TypeNames.Result,
        HookReturn.TaskOfResult => $"global::System.Threading.Tasks.Task<{TypeNames.Result}>",
        _ => TypeNames.ValueTaskOfResult,
    };

    // A hook of a custom point whose class nobody else can name stays this assembly's own affair.
    private static List<HookModel> Listed(TableModel model) => [.. model.Own.Where(hook => hook.Point.IsContextPublic)];

    private static List<OwnerModel> HiddenOwners(TableModel model) =>
        [.. Listed(model).Select(hook => hook.Owner).OfType<OwnerModel>().Where(owner => !owner.IsPublic).Distinct()];

    private static string ThunksReference(TableModel model) =>
        "global::" + (model.Namespace.Length > 0 ? model.Namespace + "." : string.Empty) + ThunksName(model);

    /// <summary>A class name that no other assembly has: the assembly's own, with everything but letters and digits spelled out.</summary>
    private static string ThunksName(TableModel model) =>
        "HookThunks_" + string.Concat(model.Assembly.Select(c => c == '.' ? "_" : c < 128 && char.IsLetterOrDigit(c) ? c.ToString() : $"_{(int)c:x4}"));

    private static void Text(List<string> values, string name, string? value)
    {
        if (value is not null)
            values.Add($"{name} = {SourceWriter.Literal(value)}");
    }

    private static void Number(List<string> values, string name, int value)
    {
        if (value != 0)
            values.Add($"{name} = {value.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private static void Flag(List<string> values, string name, bool value)
    {
        if (value)
            values.Add($"{name} = true");
    }
}
