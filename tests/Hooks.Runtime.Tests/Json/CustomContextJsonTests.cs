using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooks.Runtime.Tests.Json;

/// <summary>Contexts of custom points, with a JsonSerializerContext as a user writes it.</summary>
public class CustomContextJsonTests
{
    [Fact]
    public void A_custom_context_survives()
    {
        var context = new ReleaseContext { Version = "1.2", Plan = HookArguments.Parse("""{"steps":[1]}"""), SessionId = "s", Verdict = HookResult.Cancel("no") };
        context.AddContext("note");

        var json = HookJson.Serialize(context, ReleaseJson.Default.ReleaseContext);
        var read = HookJson.ParseContext(json, ReleaseJson.Default.ReleaseContext);

        Assert.StartsWith("""{"point":"release.before","event":"release.before","context":{"version":"1.2","plan":{"steps":[1]},""", json);
        Assert.Equal(json, HookJson.Serialize(read, ReleaseJson.Default.ReleaseContext));
        Assert.Equal(["note"], read.AddedContext);
        Assert.Equal("s", read.SessionId);
        Assert.Equal(context.Time, read.Time);
    }

    [Theory]
    [InlineData("""{"point":"deploy.before","context":{"version":"1"}}""", "'point' must be 'release.before'")]
    [InlineData("""{"point":"release.before","context":{"version":null}}""", "'context.version'")]
    [InlineData("""{"point":"release.before","context":{}}""", "version")]
    [InlineData("""{"point":"release.before"}""", "'context'")]
    public void What_is_wrong_is_named(string json, string words) =>
        Assert.Contains(words, Assert.Throws<JsonException>(() => HookJson.ParseContext(json, ReleaseJson.Default.ReleaseContext)).Message);

    [Fact]
    public void A_class_without_a_point_is_refused() =>
        Assert.Contains("[HookPoint", Assert.Throws<ArgumentException>(() => HookJson.Serialize(new PointlessContext(), ReleaseJson.Default.PointlessContext)).Message);
}

[HookPoint("release.before", Blocking = true)]
internal sealed class ReleaseContext : CustomHookContext
{
    public required string Version { get; init; }

    public HookArguments? Plan { get; init; }

    [JsonConverter(typeof(HookResultJsonConverter))]
    public HookResult Verdict { get; init; }
}

internal sealed class PointlessContext : CustomHookContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReleaseContext))]
[JsonSerializable(typeof(PointlessContext))]
internal sealed partial class ReleaseJson : JsonSerializerContext;
