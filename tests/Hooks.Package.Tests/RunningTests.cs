using System.Text.Json;
using Hooks.Package.Tests.Consuming;
using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests;

/// <summary>New projects that restore the package: their hooks run, and the build says which.</summary>
[Collection(PackedOnce.Name)]
public sealed class RunningTests(PackedRepository packed)
{
    public static TheoryData<string, string, string> Programs => new()
    {
        { "Acme.FirstAgent", "net10.0", PackageReadme.Output },
        { "Acme.Direct", "net8.0", Timeline.OfGuards },
        { "Acme.Direct", "net10.0", Timeline.OfGuards },
        { "Acme.Transitive", "net10.0", Timeline.OfGuards },
        { "Something.Hooks", "net10.0", "Cancel: bash of Something.Hooks, not the framework\n" },
    };

    [Theory, MemberData(nameof(Programs))]
    public async Task Hooks_run(string project, string framework, string expected)
    {
        await packed.SoundAsync();
        var run = await packed.Consumers.RunAsync(project, framework);
        Assert.Equal((0, expected.ReplaceLineEndings(), ""), (run.ExitCode, run.Output.ReplaceLineEndings(), run.Errors));
    }

    [Theory]
    [InlineData("Acme.FirstAgent.GeneratedHooks has 1 hook of Acme.FirstAgent (1)")]
    [InlineData("a manifest of 2 hooks for the tables of assemblies that reference Acme.Guards")]
    [InlineData("Acme.Direct.GeneratedHooks has 3 hooks of Acme.Direct (1), Acme.Guards (2)")]
    [InlineData("Acme.Transitive.GeneratedHooks has 3 hooks of Acme.Transitive (1), Acme.Guards (2)")]
    [InlineData("Acme.Strict.Tables.StrictHooks has 4 hooks of Acme.Strict (4)")]
    [InlineData("Something.Hooks.GeneratedHooks has 1 hook of Something.Hooks (1)")]
    public async Task The_build_says_which_assemblies_contribute(string expected) =>
        Assert.Contains($"Hooks: {expected}", (await packed.SoundAsync()).Lines);

    [Fact]
    public async Task The_strictest_settings_find_nothing() => Assert.Empty((await packed.SoundAsync()).Of("Acme.Strict"));

    [Fact]
    public async Task Only_the_doubtful_project_is_warned() =>
        Assert.All((await packed.SoundAsync()).Diagnostics, diagnostic => Assert.Equal("Acme.Silenced", diagnostic.Project));

    [Fact]
    public async Task The_package_brings_no_other_and_is_the_one_that_was_packed()
    {
        await packed.SoundAsync();
        Assert.Equal([PackedRepository.Version], Directory.GetDirectories(Path.Combine(packed.Consumers.Cache, "hooks.runtime")).Select(Path.GetFileName));
        Assert.Equal([$"Hooks.Runtime/{PackedRepository.Version}"], LibrariesOf("Acme.FirstAgent"));
    }

    // All that the project has restored.
    private List<string> LibrariesOf(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(packed.Consumers.Path, project, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
    }
}
