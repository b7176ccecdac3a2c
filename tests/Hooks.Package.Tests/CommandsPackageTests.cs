using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hooks.Native.Tests;
using Hooks.Package.Tests.Consuming;
using Hooks.Package.Tests.Packing;
using Xunit.Abstractions;

namespace Hooks.Package.Tests;

/// <summary>The packages for coding agents: what they hold, and that the programs of their READMEs answer, built and published natively.</summary>
[Collection(PackedOnce.Name)]
public sealed class CommandsPackageTests(PackedRepository packed, ITestOutputHelper output)
{
    private const string Payload = """{"session_id":"s","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"git push --force"},"tool_use_id":"t"}""";

    private const string Denied =
        """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"force-push is not allowed"}}""";

    [Theory]
    [InlineData("Hooks.Commands", true)]
    [InlineData("Hooks.Commands.Http", false)]
    public void They_hold_these_files_and_no_others(string package, bool mayHaveDefaults)
    {
        var files = packed.Of(package).Files.Keys.ToList();
        if (mayHaveDefaults)
            files.RemoveAll(file => file.StartsWith("buildTransitive/Hooks.Commands.", StringComparison.Ordinal));
        Assert.Equal(
            ["CHANGELOG.md", $"{package}.nuspec", "README.md", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml", $"lib/net8.0/{package}.dll", $"lib/net8.0/{package}.xml"],
            files);
    }

    [Theory]
    [InlineData("Hooks.Commands", "Hooks.Runtime", null)]
    [InlineData("Hooks.Commands.Http", "Hooks.Commands", "Microsoft.AspNetCore.App")]
    public void They_need_the_very_version_that_they_were_packed_with(string package, string needed, string? framework)
    {
        var metadata = packed.Of(package).Metadata.Elements().ToLookup(element => element.Name.LocalName);
        var groups = metadata["dependencies"].Single().Elements().ToList();
        Assert.Equal(["net10.0", "net8.0"], groups.Select(group => group.Attribute("targetFramework")?.Value).Order());
        Assert.All(groups, group =>
        {
            var dependency = Assert.Single(group.Elements());
            Assert.Equal((needed, $"[{PackedRepository.Version}]"), (dependency.Attribute("id")?.Value, dependency.Attribute("version")?.Value));
            Assert.DoesNotContain("Analyzers", dependency.Attribute("exclude")?.Value ?? "", StringComparison.Ordinal);
        });
        var frameworks = metadata["frameworkReferences"].Elements().Elements().Select(reference => reference.Attribute("name")!.Value);
        Assert.Equal(framework is null ? Array.Empty<string>() : [framework, framework], frameworks);
    }

    [Theory]
    [InlineData("Acme.Guarding")]
    [InlineData("Acme.Serving")]
    public async Task A_project_that_has_one_of_them_alone_answers(string project)
    {
        Assert.Contains($"Hooks: {project}.GeneratedHooks has 1 hook of {project} (1)", (await packed.SoundAsync()).Lines);

        using var guard = new GuardProcess(NativeToolchain.Dotnet, "exec", Path.Combine(packed.Consumers.Path, project, "bin", "Debug", "net10.0", $"{project}.dll"), "--host", "claude", "--event", "PreToolUse");

        Assert.Equal((0, Denied, ""), await guard.EndAsync(Payload));
    }

    [Fact]
    public async Task A_native_guard_publishes_without_a_warning_and_answers()
    {
        if (await PublishAsync("Acme.Guarding") is not { } program)
            return;
        using var guard = new GuardProcess(program, "--host", "claude", "--event", "PreToolUse");
        Assert.Equal((0, Denied, ""), await guard.EndAsync(Payload));

        using var config = new GuardProcess(program, "config", "--host", "claude");
        Assert.Contains("\"PreToolUse\"", (await config.EndAsync("")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_native_server_publishes_without_a_warning_answers_and_ends_when_it_is_told()
    {
        if (await PublishAsync("Acme.Serving") is not { } program)
            return;
        var token = Path.Combine(packed.Folder, "token");
        using var server = new GuardProcess(program, "serve", "--token-file", token);
        var address = Regex.Match(await server.ReadLineAsync(), @"^Listening on (http://127\.0\.0\.1:\d+)$").Groups[1].Value;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await File.ReadAllTextAsync(token)).Trim());

        using var response = await client.PostAsync("/claude/PreToolUse?deadline=8000", new StringContent(Payload, Encoding.UTF8, "application/json"));

        Assert.Equal(Denied, await response.Content.ReadAsStringAsync());
        if (OperatingSystem.IsWindows())
            return;
        await server.TerminateAsync();
        var (exitCode, rest, errors) = await server.EndAsync("");
        Assert.Equal((0, ""), (exitCode, rest));
        Assert.Contains("a new token", errors, StringComparison.Ordinal);
    }

    private async Task<string?> PublishAsync(string project)
    {
        if (!NativeToolchain.HasLinker)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return null;
        }

        var target = Path.Combine(packed.Folder, "published", project);
        var publish = await packed.Consumers.DotnetAsync(
            "publish", project, "-c", "Release", "-r", NativeToolchain.RuntimeIdentifier, "-o", target, "-p:PublishedFramework=net9.0");
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        Assert.DoesNotContain("warning", publish.Output + publish.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.EnumerateFiles(target, "*.dll"));
        var program = Path.Combine(target, $"{project}{NativeToolchain.ExecutableSuffix}");
        output.WriteLine($"{project}: {publish.Duration.TotalSeconds:0} s, {new FileInfo(program).Length:N0} bytes");
        return program;
    }
}
