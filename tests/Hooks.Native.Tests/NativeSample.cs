using Xunit.Abstractions;

namespace Hooks.Native.Tests;

/// <summary>A sample, or another program of the repository, as a native program.</summary>
internal static class NativeSample
{
    /// <summary>Publishes it without a warning, as one executable.</summary>
    /// <param name="name">The project.</param>
    /// <param name="folder">Where it is built and published.</param>
    /// <param name="output">Where its size is written.</param>
    /// <param name="executable">The executable's name, if it is not the project's.</param>
    /// <param name="root">The folder of the repository in which the project's folder is.</param>
    /// <returns>The executable.</returns>
    public static async Task<string> PublishAsync(string name, string folder, ITestOutputHelper output, string? executable = null, string root = "samples")
    {
        var target = Path.Combine(folder, "published");
        var publish = await ProgramRun.OfAsync(
            NativeToolchain.Dotnet, "publish", NativeToolchain.Project(name, root), "-f", "net9.0", "-r", NativeToolchain.RuntimeIdentifier,
            "-c", "Release", "-o", target, "--artifacts-path", Path.Combine(folder, "artifacts"), "--nologo", "-p:UseSharedCompilation=false");
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        Assert.DoesNotContain("warning", publish.Output + publish.Errors, StringComparison.OrdinalIgnoreCase);
        var file = Path.Combine(target, $"{executable ?? name}{NativeToolchain.ExecutableSuffix}");
        output.WriteLine($"{name}, {NativeToolchain.RuntimeIdentifier}: {new FileInfo(file).Length:N0} bytes, published in {publish.Duration.TotalSeconds:0} s");

        Assert.Empty(Directory.EnumerateFiles(target, "*.dll", SearchOption.AllDirectories));
        Assert.Equal(NativeToolchain.ExecutableMagic, File.ReadAllBytes(file).AsSpan(0, NativeToolchain.ExecutableMagic.Length).ToArray());
        return file;
    }
}
