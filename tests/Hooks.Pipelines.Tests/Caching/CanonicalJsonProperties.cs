using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hooks.Runtime.Tests.Json;

namespace Hooks.Pipelines.Tests.Caching;

/// <summary>Equal as JSON values, which System.Text.Json judges, and equal as keys are the same thing.</summary>
public sealed class CanonicalJsonProperties
{
    // Few values, written in many ways, so that random objects are often equal.
    private static readonly Gen<string> Leaf = Gen.Elements(
        "1", "1.0", "1e0", "10e-1", "0.1e1", "-1", "0", "-0", "0.0", "0e5", "1e21", "1000000000000000000000", "9007199254740993", "9007199254740992",
        "\"1\"", "\"\\u0031\"", "\"\"", "\"/\"", "\"\\/\"", "null", "\"null\"", "true", "[]", "{}", "[1]", "[1.0]", "[[]]", "{\"a\":1}", "{\"\\u0061\":1e0}", "{\"b\":1}");

    private static readonly Gen<string> Similar =
        from names in Gen.SubListOf("a", "b", "A", "\\u0063", "c ", "")
        from order in Gen.Shuffle(names.ToArray())
        from values in Gen.ListOf(Leaf, names.Count)
        select $"{{{string.Join(",", order.Zip(values, (name, value) => $"\"{name}\":{value}"))}}}";

    [Fact]
    public void Objects_have_one_key_just_if_they_are_equal()
    {
        var (equal, different) = (0, 0);
        var pairs = Gen.OneOf(
            Similar.Two().Select(pair => (Left: pair.Item1, Right: pair.Item2)),
            JsonTexts.Object.Select(json => (Left: json, Right: Rewritten(json))),
            JsonTexts.Object.Two().Select(pair => (Left: pair.Item1, Right: pair.Item2)));
        Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            using var left = JsonDocument.Parse(pair.Left);
            using var right = JsonDocument.Parse(pair.Right);
            var areEqual = JsonElement.DeepEquals(left.RootElement, right.RootElement);
            _ = areEqual ? equal++ : different++;
            return areEqual == (Canonical(pair.Left) == Canonical(pair.Right));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

        Assert.True(equal > 300 && different > 300, $"{equal} equal, {different} different");
    }

    [Fact]
    public void The_canonical_text_reads_as_the_same_arguments_and_is_its_own_canonical_text() =>
        Prop.ForAll(JsonTexts.Object.ToArbitrary(), json =>
        {
            var canonical = Canonical(json);
            return HookArguments.Parse(canonical).DeepEquals(HookArguments.Parse(json)) && Canonical(canonical) == canonical;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string Canonical(string json) => CanonicalJson.Of(HookArguments.Parse(json));

    // The names turned round, and everything written anew.
    private static string Rewritten(string json) => new HookArguments(HookArguments.Parse(json).Reverse()).ToJson();
}
