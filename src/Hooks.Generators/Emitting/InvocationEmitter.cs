using Hooks.Generators.Model;
using Hooks.Shared;

namespace Hooks.Generators.Emitting;

/// <summary>Writes the general path's ways to a hook: a switch over indexes that calls it, and one that asks its matcher.</summary>
internal static class InvocationEmitter
{
    /// <summary>The caller's token, as emitted methods call it.</summary>
    public const string Token = "cancellationToken";

    public static void Write(SourceWriter writer, TableLayout layout)
    {
        var hooks = layout.Hooks.ToLookup(hook => hook.Model.IsAsynchronous);
        WriteSwitch(writer, TypeNames.Result, "Invoke", [.. hooks[false]], withToken: true, WriteCall);
        WriteSwitch(writer, TypeNames.ValueTaskOfResult, "InvokeAsync", [.. hooks[true]], withToken: true, WriteCall);
        WriteSwitch(writer, "bool", "Matches", [.. layout.Hooks.Where(hook => hook.Matcher is not null)], withToken: false, WriteMatch);
    }

    /// <summary>How a hook is called, whichever way, with a context of its point's class in scope.</summary>
    public static string Call(PlacedHook hook, string token) => Call(hook, Argument(hook.Model), token);

    /// <summary>How a hook is called by the assembly that declares it.</summary>
    public static string Call(HookModel hook, string target) => Call(hook, target, Argument(hook), Token);

    private static string Call(PlacedHook hook, string context, string token)
    {
        var owner = hook.Owner?.Field;
        if (hook.Model.Thunk is { } thunk)
            return owner is null ? $"{thunk}({Arguments(hook.Model, context, token)})" : $"{thunk}({owner}, {Arguments(hook.Model, context, token)})";
        return Call(hook.Model, owner ?? hook.Model.Type, context, token);
    }

    private static string Call(HookModel hook, string target, string context, string token) =>
        $"{target}.{CSharpNames.Escape(hook.Method)}({Arguments(hook, context, token)})";

    // An overload that takes the point's own context must not be called in place of one that takes a base of it.
    private static string Argument(HookModel hook) =>
        hook.Thunk is not null || hook.ContextParameter == hook.Point.Context ? "context" : $"({hook.ContextParameter})context";

    private static string Arguments(HookModel hook, string context, string token) => hook.TakesToken ? $"{context}, {token}" : context;

    private static void WriteSwitch(SourceWriter writer, string type, string method, IReadOnlyList<PlacedHook> hooks, bool withToken, Action<SourceWriter, PlacedHook> writeCase)
    {
        if (hooks.Count == 0)
            return;
        var parameters = $"int hook, {TypeNames.Context} context" + (withToken ? $", {TypeNames.Token} cancellationToken" : string.Empty);
        var arguments = withToken ? "hook, context, cancellationToken" : "hook, context";
        var parts = Parts.Of(hooks);
        writer.Line("/// <inheritdoc/>");
        writer.Open($"protected override {type} {method}({parameters})");
        if (parts.Count == 1)
        {
            WriteCases(writer, parts[0], withToken, writeCase);
        }
        else
        {
            for (var i = 0; i < parts.Count - 1; i++)
                writer.Line($"if (hook < {parts[i + 1][0].Index}) return {method}{i}({arguments});");
            writer.Line($"return {method}{parts.Count - 1}({arguments});");
        }

        writer.Close();
        writer.Line();
        for (var i = 0; parts.Count > 1 && i < parts.Count; i++)
        {
            writer.Open($"private {type} {method}{i}({parameters})");
            WriteCases(writer, parts[i], withToken, writeCase);
            writer.Close();
            writer.Line();
        }
    }

    private static void WriteCases(SourceWriter writer, IReadOnlyList<PlacedHook> hooks, bool throws, Action<SourceWriter, PlacedHook> writeCase)
    {
        writer.Open("switch (hook)");
        foreach (var hook in hooks)
            writeCase(writer, hook);
        writer.Line(throws ? "default: throw new global::System.ArgumentOutOfRangeException(nameof(hook));" : "default: return true;");
        writer.Close();
    }

    private static void WriteCall(SourceWriter writer, PlacedHook hook)
    {
        var call = Call(hook, $"({(hook.Model.Thunk is null ? hook.Model.ContextParameter : hook.Model.Point.Context)})context", Token);
        writer.Line($"case {hook.Index}: " + hook.Model.Returns switch
        {
            HookReturn.Void => $"{call}; return default;",
            HookReturn.Task => $"return AsResult(new {TypeNames.ValueTask}({call}));",
            HookReturn.ValueTask => $"return AsResult({call});",
            HookReturn.Result or HookReturn.ValueTaskOfResult => $"return {call};",
            _ => $"return new {TypeNames.ValueTaskOfResult}({call});",
        });
    }

    private static void WriteMatch(SourceWriter writer, PlacedHook hook) =>
        writer.Line($"case {hook.Index}: return {hook.Matcher!($"(({hook.Model.Point.Context})context).ToolName!")};");
}
