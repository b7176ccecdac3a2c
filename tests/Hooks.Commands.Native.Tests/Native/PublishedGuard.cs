using System.Runtime.CompilerServices;
using Hooks.Native.Tests;

namespace Hooks.Commands.Native.Tests.Native;

/// <summary>The guard as a native program, published once for all tests.</summary>
public sealed class PublishedGuard : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-guard-").FullName;
    private string? _program;

    /// <summary>The executable; null where there is no linker to make it with.</summary>
    public string? Program => _program;

    public async Task InitializeAsync()
    {
        if (!NativeToolchain.HasLinker)
            return;
        var target = Path.Combine(_folder, "published");
        var publish = await ProgramRun.OfAsync(
            NativeToolchain.Dotnet, "publish", Project(), "-f", "net9.0", "-r", NativeToolchain.RuntimeIdentifier,
            "-c", "Release", "-o", target, "--artifacts-path", Path.Combine(_folder, "artifacts"), "--nologo", "-p:UseSharedCompilation=false");
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        Assert.DoesNotContain("warning", publish.Output + publish.Errors, StringComparison.OrdinalIgnoreCase);
        _program = Path.Combine(target, $"NativeGuard{NativeToolchain.ExecutableSuffix}");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Project([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "Commands", "NativeGuard", "NativeGuard.csproj"));
}

/// <summary>Tests that share the program.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedGuardTests : ICollectionFixture<PublishedGuard>
{
    public const string Name = "published guard";
}
