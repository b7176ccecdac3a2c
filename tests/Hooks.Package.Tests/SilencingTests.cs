using System.Text.Json;
using Hooks.Package.Tests.Consuming;
using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests;

/// <summary>Warnings and infos yield to the ways in which C# programmers silence them, each on its own.</summary>
[Collection(PackedOnce.Name)]
public sealed class SilencingTests(PackedRepository packed)
{
    [Fact]
    public async Task Warnings_are_seen_where_nobody_has_silenced_them()
    {
        var build = await packed.SoundAsync();
        Assert.Equal(
            [("Questionable.cs", "warning", "HOOK107"), ("Questionable.cs", "warning", "HOOK116")],
            build.Of("Acme.Silenced").Select(diagnostic => (diagnostic.File, diagnostic.Severity, diagnostic.Id)).Order());
    }

    [Fact]
    public async Task Infos_are_on_record_where_nobody_has_silenced_them()
    {
        await packed.SoundAsync();
        Assert.Equal([("Questionable.cs", "note", "HOOK203", false)], Recorded("HOOK203").Where(result => !result.Suppressed));
    }

    [Theory]
    [InlineData("ByPragma.cs")]
    [InlineData("ByAttribute.cs")]
    public async Task What_is_silenced_in_the_source_is_on_record_as_such(string file)
    {
        await packed.SoundAsync();
        Assert.Equal(
            [("HOOK107", true), ("HOOK116", true), ("HOOK203", true)],
            Recorded("HOOK").Where(result => result.File == file).Select(result => (result.Id, result.Suppressed)).Order());
    }

    [Fact]
    public async Task What_the_configuration_silences_is_not_looked_for()
    {
        await packed.SoundAsync();
        Assert.DoesNotContain(Recorded("HOOK"), result => result.File == "ByConfiguration.cs");
    }

    // The compiler's own log: it also has what no build prints.
    private List<(string File, string Level, string Id, bool Suppressed)> Recorded(string prefix)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(Path.Combine(packed.Consumers.Path, "Acme.Silenced", "said.sarif")));
        return
        [
            .. from result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
               let id = result.GetProperty("ruleId").GetString()!
               where id.StartsWith(prefix, StringComparison.Ordinal)
               let uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!
               select (Path.GetFileName(uri), result.GetProperty("level").GetString()!, id, result.TryGetProperty("suppressions", out _)),
        ];
    }
}
