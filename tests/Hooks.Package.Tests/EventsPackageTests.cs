using System.Text.RegularExpressions;
using Hooks.Native.Tests;
using Hooks.Package.Tests.Consuming;
using Hooks.Package.Tests.Packing;
using Xunit.Abstractions;

namespace Hooks.Package.Tests;

/// <summary>The package of events: what it holds, and that new projects which have it alone get events, and hooks too.</summary>
[Collection(PackedOnce.Name)]
public sealed class EventsPackageTests(PackedRepository packed, ITestOutputHelper output)
{
    private const string Watched = """
        git status: Continue
        git push --force: Cancel
        the publisher 'reporter' may not publish 'tool.call.after'
        tool.call.before: continue
        tool.call.before: cancel
        report.made: {"Title":"calls","Count":2}
        stored: Report { Title = calls, Count = 2 }

        """;

    [Fact]
    public void It_holds_these_files_and_no_others() => Assert.Equal(
        ["CHANGELOG.md", "Hooks.Events.nuspec", "README.md", "lib/net10.0/Hooks.Events.dll", "lib/net10.0/Hooks.Events.xml", "lib/net8.0/Hooks.Events.dll", "lib/net8.0/Hooks.Events.xml"],
        packed.Of("Hooks.Events").Files.Keys);

    [Fact]
    public void It_depends_on_the_hooks_of_its_version_with_their_generator_and_on_nothing_else()
    {
        var groups = packed.Of("Hooks.Events").Metadata.Elements().Single(element => element.Name.LocalName == "dependencies").Elements().ToList();
        Assert.Equal(2, groups.Count);
        Assert.All(groups, group =>
        {
            var dependency = Assert.Single(group.Elements());
            Assert.Equal(("Hooks.Runtime", PackedRepository.Version), (dependency.Attribute("id")?.Value, dependency.Attribute("version")?.Value));
            Assert.DoesNotContain("Analyzers", dependency.Attribute("exclude")?.Value ?? "", StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task The_program_of_its_readme_runs(string framework)
    {
        await packed.SoundAsync();
        var run = await packed.Consumers.RunAsync("Acme.Events", framework);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));

        // The handler works in the background.
        Assert.Equal(
            ["1: tool.call.after by agent: {\"tool\":\"bash\"}", "Published, accepted by 1 of 1", "delivered 1, dropped 0"],
            run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Order());
    }

    [Fact]
    public async Task A_project_that_has_it_alone_has_hooks_whose_fires_are_events()
    {
        Assert.Contains("Hooks: Acme.Watched.GeneratedHooks has 1 hook of Acme.Watched (1)", (await packed.SoundAsync()).Lines);
        Assert.Contains("using var bridge = HookEventBridge.Attach(hooks, bus);\n", PackageReadme.CodeOf("Hooks.Events")[1], StringComparison.Ordinal);
        var run = await packed.Consumers.RunAsync("Acme.Watched", "net10.0");
        Assert.Equal((0, Watched.ReplaceLineEndings(), ""), (run.ExitCode, run.Output.ReplaceLineEndings(), run.Errors));
    }

    [Fact]
    public async Task A_native_program_with_events_publishes_without_a_warning_and_says_the_same()
    {
        if (!NativeToolchain.HasLinker)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return;
        }

        var target = Path.Combine(packed.Folder, "published", "events");
        var publish = await packed.Consumers.DotnetAsync(
            "publish", "Acme.Watched", "-c", "Release", "-r", NativeToolchain.RuntimeIdentifier, "-o", target, "-p:PublishedFramework=net9.0");
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        Assert.False(Regex.IsMatch(publish.Output + publish.Errors, "warning", RegexOptions.IgnoreCase), publish.Output);
        Assert.Empty(Directory.EnumerateFiles(target, "*.dll"));
        var executable = Path.Combine(target, $"Acme.Watched{NativeToolchain.ExecutableSuffix}");
        output.WriteLine($"{publish.Duration.TotalSeconds:0} s, {new FileInfo(executable).Length:N0} bytes");

        var run = await ProgramRun.OfAsync(executable);
        Assert.Equal((0, Watched.ReplaceLineEndings(), ""), (run.ExitCode, run.Output.ReplaceLineEndings(), run.Errors));
    }
}
