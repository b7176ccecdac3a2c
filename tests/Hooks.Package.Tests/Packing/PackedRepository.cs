using Hooks.Native.Tests;
using Hooks.Package.Tests.Consuming;

namespace Hooks.Package.Tests.Packing;

/// <summary>
/// The packages, packed once for all tests into a feed of their own, and the projects that use them, built once when a test first
/// asks for them. Everything is in one temporary folder.
/// </summary>
public sealed class PackedRepository : IAsyncLifetime
{
    public const string Version = "0.1.0-packed";

    private readonly Lazy<Task<ConsumerBuild>> _sound;
    private readonly Lazy<Task<ConsumerBuild>> _mistaken;

    public PackedRepository()
    {
        _sound = new(() => Consumers.BuildAsync("Sound", ["Acme.FirstAgent", "Acme.Guards", "Acme.Direct", "Acme.Transitive", "Acme.Strict", "Something.Hooks", "Acme.Silenced", "Acme.Events", "Acme.Watched", "Acme.Guarding", "Acme.Serving"]));
        _mistaken = new(() => Consumers.BuildAsync("Mistaken", ["Acme.Mistaken", "Acme.Raised", "Acme.Unanalyzed", "Acme.Miscommanded", .. BrokenGenerator.All.Select(broken => broken.Name)]));
    }

    /// <summary>The temporary folder; what is built for the tests must not name it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("hooks-package-").FullName;

    /// <summary>Projects that must build.</summary>
    internal async Task<ConsumerBuild> SoundAsync()
    {
        var build = await _sound.Value;
        Assert.True(build.Run.ExitCode == 0, build.Complaints);
        return build;
    }

    /// <summary>Projects that must not.</summary>
    internal async Task<ConsumerBuild> MistakenAsync()
    {
        var build = await _mistaken.Value;
        Assert.True(build.Run.ExitCode != 0, "It builds.");
        return build;
    }

    internal ConsumerFolder Consumers => field ??= new(Path.Combine(Folder, "consumers"), Feed);

    internal PackageFile Package => field ??= PackageFile.Read(Path.Combine(Feed, $"Hooks.Runtime.{Version}.nupkg"));

    internal PackageFile Symbols => field ??= PackageFile.Read(Path.Combine(Feed, $"Hooks.Runtime.{Version}.snupkg"));

    /// <summary>Another package.</summary>
    internal PackageFile Of(string package) => PackageFile.Read(Path.Combine(Feed, $"{package}.{Version}.nupkg"));

    private string Feed => Path.Combine(Folder, "feed");

    public async Task InitializeAsync()
    {
        foreach (var package in new[] { "Hooks.Runtime", "Hooks.Events", "Hooks.Extensions.AI", "Hooks.Commands", "Hooks.Commands.Http" })
        {
            var pack = await ProgramRun.OfAsync(
                NativeToolchain.Dotnet, "pack", Path.Combine(Repository.Root, "src", package), "-c", "Release", "-o", Feed, "--nologo",
                "--artifacts-path", Path.Combine(Folder, "artifacts"), $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true", "-p:UseSharedCompilation=false");
            Assert.True(pack.ExitCode == 0, pack.Output + pack.Errors);
            Assert.DoesNotContain("warning", pack.Output + pack.Errors, StringComparison.OrdinalIgnoreCase);
        }

        Consumers.Create();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>All tests of one package; they take turns, because each of their builds uses all cores.</summary>
[CollectionDefinition(Name)]
public sealed class PackedOnce : ICollectionFixture<PackedRepository>
{
    public const string Name = "packed once";
}
