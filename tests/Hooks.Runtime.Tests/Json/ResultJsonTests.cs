using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Runtime.Tests.Json;

/// <summary>The JSON form of results.</summary>
public class ResultJsonTests
{
    public static TheoryData<HookResult, string> Forms => new()
    {
        { HookResult.Continue, """{"kind":"continue"}""" },
        { HookResult.Skipped, """{"kind":"skipped"}""" },
        { HookResult.Modified, """{"kind":"modified"}""" },
        { HookResult.Cancel("force-push is not allowed"), """{"kind":"cancel","reason":"force-push is not allowed"}""" },
        { HookResult.Ask("sure?"), """{"kind":"ask","reason":"sure?"}""" },
        { HookResult.Ask(), """{"kind":"ask"}""" },
        { HookResult.Allow("known"), """{"kind":"allow","reason":"known"}""" },
        { HookResult.Replace("cached", "offline"), """{"kind":"replace","reason":"offline","value":"cached"}""" },
        { HookResult.Replace(null), """{"kind":"replace","value":null}""" },
        { HookResult.Redirect("safe_shell"), """{"kind":"redirect","target":"safe_shell"}""" },
        { HookResult.Retry("busy", TimeSpan.FromSeconds(1.5), 5), """{"kind":"retry","reason":"busy","delay_seconds":1.5,"max_attempts":5}""" },
        { HookResult.Fork([new("a"), new("b", new HookArguments { ["x"] = 1 })], HookForkMerge.Vote), """{"kind":"fork","branches":[{"target":"a"},{"target":"b","arguments":{"x":1}}],"merge":"vote"}""" },
        { HookResult.Cache(TimeSpan.FromMinutes(5), "k", true), """{"kind":"cache","time_to_live_seconds":300,"key":"k","shared":true}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_kind_has_its_form(HookResult result, string json)
    {
        Assert.Equal(json, HookJson.Serialize(result));
        Assert.Equal(json, HookJson.Serialize(HookJson.ParseResult(json)));
        AssertSame(result, HookJson.ParseResult(json));
        AssertSame(result, HookJson.ParseResult(System.Text.Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Every_kind_is_among_the_forms() =>
        Assert.Equal(Enum.GetValues<HookResultKind>(), Forms.Select(row => ((HookResult)row[0]).Kind).Distinct().Order());

    [Fact]
    public void Any_result_survives() => Prop.ForAll(Results.ToArbitrary(), result =>
    {
        var json = HookJson.Serialize(result);
        AssertSame(result, HookJson.ParseResult(json));
        Assert.Equal(json, HookJson.Serialize(HookJson.ParseResult(json)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("""{"kind":"cancel"}""", "cancel", "denied by a hook that gave no reason")]
    [InlineData("""{"kind":"cancel","reason":"  ","more":[1]}""", "cancel", "denied by a hook that gave no reason")]
    [InlineData("""{"reason":"r","kind":"retry"}""", "retry", "r")]
    [InlineData("""{"kind":"retry","delay_seconds":null,"max_attempts":null,"reason":null}""", "retry", null)]
    public void What_may_be_left_out_has_defaults(string json, string kind, string? reason)
    {
        var result = HookJson.ParseResult(json);
        Assert.Equal(kind, result.Kind.ToString().ToLowerInvariant());
        Assert.Equal(reason, result.Reason);
        if (result.RetryPolicy is { } retry)
            Assert.Equal(new HookRetry(TimeSpan.Zero, 3), retry);
    }

    [Theory]
    [InlineData("{}", "'kind'")]
    [InlineData("""{"kind":null}""", "'kind'")]
    [InlineData("""{"kind":3}""", "'kind'")]
    [InlineData("""{"kind":"Cancel"}""", "one of continue, skipped, modified, cancel, ask, replace, redirect, retry, fork, cache, allow")]
    [InlineData("""{"kind":"cancel","reason":["x"]}""", "'reason' must be text; it is [\"x\"]")]
    [InlineData("""{"kind":"cancel","kind":"continue"}""", "'$.kind'")]
    [InlineData("""{"kind":"replace"}""", "'value'")]
    [InlineData("""{"kind":"redirect"}""", "'target' must be text; it is missing")]
    [InlineData("""{"kind":"redirect","target":" "}""", "'target'")]
    [InlineData("""{"kind":"retry","delay_seconds":-1}""", "'delay_seconds' must be a number of seconds, 0 or more; it is -1")]
    [InlineData("""{"kind":"retry","delay_seconds":"1"}""", "'delay_seconds'")]
    [InlineData("""{"kind":"retry","delay_seconds":1e300}""", "'delay_seconds'")]
    [InlineData("""{"kind":"retry","max_attempts":0}""", "'max_attempts'")]
    [InlineData("""{"kind":"retry","max_attempts":1.5}""", "'max_attempts'")]
    [InlineData("""{"kind":"fork"}""", "'branches'")]
    [InlineData("""{"kind":"fork","branches":[]}""", "'branches'")]
    [InlineData("""{"kind":"fork","branches":["a"]}""", "'branches'")]
    [InlineData("""{"kind":"fork","branches":[{"arguments":{}}]}""", "'target'")]
    [InlineData("""{"kind":"fork","branches":[{"target":"a","arguments":[]}]}""", "'arguments' must be an object")]
    [InlineData("""{"kind":"fork","branches":[{"target":"a"}],"merge":"best"}""", "first_success, all, vote")]
    [InlineData("""{"kind":"cache"}""", "'time_to_live_seconds'")]
    [InlineData("""{"kind":"cache","time_to_live_seconds":0}""", "'time_to_live_seconds'")]
    [InlineData("""{"kind":"cache","time_to_live_seconds":1e-20}""", "'time_to_live_seconds'")]
    [InlineData("""{"kind":"cache","time_to_live_seconds":1,"shared":"yes"}""", "'shared'")]
    public void What_is_wrong_is_named_with_what_would_be_right(string json, string words) =>
        Assert.Contains(words, Assert.Throws<JsonException>(() => HookJson.ParseResult(json)).Message);

    [Fact]
    public void Values_nest_as_deep_as_arguments_may_and_no_deeper()
    {
        var deepest = HookArguments.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "{}" + new string('}', 63));
        AssertSame(HookResult.Replace(deepest), HookJson.ParseResult(HookJson.Serialize(HookResult.Replace(deepest))));
        var fork = HookResult.Fork([new("t", deepest)]);
        AssertSame(fork, HookJson.ParseResult(HookJson.Serialize(fork)));

        var deeper = "{\"kind\":\"replace\",\"value\":{\"a\":" + deepest.ToJson() + "}}";
        Assert.Contains("64", Assert.Throws<JsonException>(() => HookJson.ParseResult(deeper)).Message);
        Assert.Throws<JsonException>(() => HookJson.ParseResult(new string('[', 10_000)));
        Assert.Throws<NotSupportedException>(() => HookJson.Serialize(HookResult.Replace(new object[] { deepest })));
    }

    [Fact]
    public void A_value_without_json_form_is_refused_or_described()
    {
        var result = HookResult.Replace(new Dictionary<string, object?> { ["v"] = new Version(1, 2), ["n"] = 1 });
        var error = Assert.Throws<NotSupportedException>(() => HookJson.Serialize(result));
        Assert.Contains("'value.v'", error.Message);
        Assert.Contains("System.Version", error.Message);
        Assert.Contains("JsonSerializer.SerializeToElement", error.Message);

        Assert.Equal(
            """{"kind":"replace","value":{"v":{"$type":"System.Version"},"n":1}}""",
            HookJson.Serialize(result, HookJsonUnknown.TypeName));
        Assert.Equal(
            """{"kind":"replace","value":{"$type":"System.String"}}""",
            HookJson.Serialize(HookResult.Replace("\ud800"), HookJsonUnknown.TypeName));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_reason_becomes_the_replacement_character() =>
        Assert.Equal("a\ufffdb", HookJson.ParseResult(HookJson.Serialize(HookResult.Cancel("a\ud800b"))).Reason);

    private static Gen<HookResult> Results
    {
        get
        {
            var reason = Gen.OneOf(Gen.Constant((string?)null), JsonTexts.Text.Select(text => (string?)text));
            var name = JsonTexts.Text.Select(text => "n" + text);
            var arguments = JsonTexts.Object.Select(HookArguments.Parse);
            var ticks = Gen.Choose(1, int.MaxValue).SelectMany(n => Gen.Elements(1L, 10_000L, 4_000_000_000L).Select(factor => TimeSpan.FromTicks(n * factor)));
            var branch = name.SelectMany(target => Gen.OneOf(Gen.Constant((HookArguments?)null), arguments.Select(a => (HookArguments?)a)).Select(a => new HookBranch(target, a)));
            return Gen.OneOf(
                Gen.Elements(HookResult.Continue, HookResult.Skipped, HookResult.Modified),
                reason.Select(HookResult.Cancel),
                reason.Select(HookResult.Ask),
                reason.Select(HookResult.Allow),
                arguments.SelectMany(a => reason.Select(r => HookResult.Replace(a.Count == 1 ? a.Values.First() : a, r))),
                name.Select(HookResult.Redirect),
                reason.SelectMany(r => ticks.SelectMany(t => Gen.Choose(1, int.MaxValue).Select(n => HookResult.Retry(r, t, n)))),
                Gen.NonEmptyListOf(branch).SelectMany(b => Gen.Elements(Enum.GetValues<HookForkMerge>()).Select(m => HookResult.Fork([.. b], m))),
                ticks.SelectMany(t => reason.SelectMany(key => Gen.Elements(true, false).Select(shared => HookResult.Cache(t, key, shared)))));
        }
    }

    private static void AssertSame(HookResult expected, HookResult actual)
    {
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal(expected.Reason, actual.Reason);
        Assert.Equal(expected.Target, actual.Target);
        Assert.Equal(expected.RetryPolicy, actual.RetryPolicy);
        Assert.Equal(expected.CachePolicy, actual.CachePolicy);
        Assert.Equal(expected.Branches?.Merge, actual.Branches?.Merge);
        Assert.Equal(expected.Branches?.Branches.Select(branch => branch.Target), actual.Branches?.Branches.Select(branch => branch.Target));
        Assert.Equal(expected.Branches?.Branches.Select(branch => branch.Arguments?.ToJson()), actual.Branches?.Branches.Select(branch => branch.Arguments?.ToJson()));
        Assert.True(PlainValue.DeepEquals(expected.Value, actual.Value));
    }
}
