using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Runtime.Tests.Json;

/// <summary>What holds for any JSON object, with System.Text.Json's own comparison as the judge.</summary>
public class AnyJsonTests
{
    [Fact]
    public void Arguments_write_what_they_have_read() => ForAnyObject(json => SameJson(json, HookArguments.Parse(json).ToJson()));

    [Fact]
    public void An_element_a_node_and_a_dictionary_give_the_same_arguments_as_text() => ForAnyObject(json =>
    {
        var parsed = HookArguments.Parse(json);
        using var document = JsonDocument.Parse(json);
        var others = new[]
        {
            new HookArguments(document.RootElement),
            new HookArguments { ["x"] = JsonNode.Parse(json) },
            new HookArguments(Dictionary(document.RootElement)),
            parsed.Clone(),
        };
        others[1].TryGetArguments("x", out var node);
        others[1] = node!;
        return others.All(other => other.DeepEquals(parsed) && parsed.DeepEquals(other) && SameJson(json, other.ToJson()) && SameTypes(parsed, other));
    });

    [Fact]
    public void Arguments_that_differ_in_one_value_are_not_equal() => ForAnyObject(json =>
    {
        var arguments = HookArguments.Parse(json);
        return arguments.Keys.ToList().All(name =>
        {
            var changed = arguments.Clone();
            changed[name] = new[] { changed[name], "changed" };
            return !changed.DeepEquals(arguments) && !arguments.DeepEquals(changed);
        });
    });

    [Fact]
    public void A_replaced_value_survives_whatever_it_is() => Prop.ForAll(JsonTexts.Value.ToArbitrary(), json =>
    {
        var result = HookJson.ParseResult($$"""{"kind":"replace","value":{{json}}}""");
        using var written = JsonDocument.Parse(HookJson.Serialize(result));
        return SameJson(json, written.RootElement.GetProperty("value").GetRawText());
    }).QuickCheckThrowOnFailure();

    private static void ForAnyObject(Func<string, bool> holds) =>
        Prop.ForAll(JsonTexts.Object.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static bool SameJson(string left, string right)
    {
        using var a = JsonDocument.Parse(left);
        using var b = JsonDocument.Parse(right);
        return JsonElement.DeepEquals(a.RootElement, b.RootElement);
    }

    private static bool SameTypes(object? left, object? right) => (left, right) switch
    {
        (HookArguments a, HookArguments b) => a.Zip(b).All(pair => pair.First.Key == pair.Second.Key && SameTypes(pair.First.Value, pair.Second.Value)),
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Zip(b).All(pair => SameTypes(pair.First, pair.Second)),
        _ => left?.GetType() == right?.GetType(),
    };

    private static Dictionary<string, object?> Dictionary(JsonElement element) =>
        element.EnumerateObject().ToDictionary(member => member.Name, member => Plain(member.Value));

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Dictionary(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt32(out var small) ? small : element.TryGetInt64(out var large) ? large : element.Clone(),
        JsonValueKind.Null => null,
        _ => element.GetBoolean(),
    };
}
