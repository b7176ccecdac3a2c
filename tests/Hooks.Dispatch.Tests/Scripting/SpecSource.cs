using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>Writes specified hooks as C#: a file for each class, bodies by <see cref="Scripted"/>.</summary>
internal static class SpecSource
{
    public const string Table = "[HookTable] public sealed partial class AgentHooks;";

    /// <summary>The files, in the order in which the classes are first met, and one with the table.</summary>
    public static IReadOnlyList<string> Write(IEnumerable<HookSpec> hooks) => [.. hooks.GroupBy(hook => hook.Type).Select(WriteClass), Table];

    private static string WriteClass(IGrouping<string, HookSpec> hooks)
    {
        var dot = hooks.Key.LastIndexOf('.');
        var text = new StringBuilder("using Hooks.Dispatch.Tests.Scripting;\n");
        if (dot > 0)
            text.Append(CultureInfo.InvariantCulture, $"namespace {hooks.Key[..dot]};\n");
        text.Append(CultureInfo.InvariantCulture, $"public {(hooks.Any(hook => hook.IsInstance) ? "sealed" : "static")} class {hooks.Key[(dot + 1)..]}\n{{\n");
        foreach (var hook in hooks)
            text.Append(WriteMethod(hook));
        return text.Append("}\n").ToString();
    }

    private static string WriteMethod(HookSpec hook)
    {
        var settings = new List<string>();
        Add("Name", hook.Name);
        Add("Tools", hook.Tools);
        Add("After", Joined(hook.After));
        Add("Before", Joined(hook.Before));
        AddNumber("Priority", hook.Priority);
        AddNumber("TimeoutMilliseconds", hook.TimeoutMilliseconds);
        AddNumber("Retries", hook.Retries);
        if (hook.Background)
            settings.Add("Background = true");
        if (hook.CircuitBreaker)
            settings.Add("CircuitBreaker = true");
        if (hook.OnFailure != HookFailurePolicy.Default)
            settings.Add("OnFailure = HookFailurePolicy." + hook.OnFailure);

        var list = string.Join(", ", settings);
        var attribute = hook.Point.Attribute + (hook.Point.Point is not null && list.Length > 0 ? ", " : string.Empty) + list + ")";
        var type = hook.Shape switch
        {
            Shape.Void => "void",
            Shape.Task => "Task",
            Shape.ValueTask => "ValueTask",
            Shape.Result => "HookResult",
            Shape.TaskOfResult => "Task<HookResult>",
            _ => "ValueTask<HookResult>",
        };
        return $"""
                [{attribute}]
                public {(hook.IsInstance ? string.Empty : "static ")}{type} {hook.Method}({hook.Point.ContextType.FullName} context{(hook.TakesToken ? ", CancellationToken token" : string.Empty)}) =>
                    Scripted.{hook.Shape}(context, {Literal(hook.TableName)}{(hook.TakesToken ? ", token" : string.Empty)});

            """;

        void AddNumber(string setting, int value)
        {
            if (value != 0)
                settings.Add($"{setting} = {value.ToString(CultureInfo.InvariantCulture)}");
        }

        void Add(string setting, string? value)
        {
            if (value is not null)
                settings.Add($"{setting} = {Literal(value)}");
        }
    }

    private static string? Joined(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(" | ", names);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
