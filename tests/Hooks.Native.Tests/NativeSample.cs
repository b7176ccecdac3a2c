using Xunit.Abstractions;

namespace Hooks.Native.Tests;

/// <summary>A sample as a native program.</summary>
internal static class NativeSample
{
    /// <summary>Publishes it without a warning, as one executable.</summary>
    /// <returns>The executable.</returns>
    public static async Task<string> PublishAsync(string name, string folder, ITestOutputHelper output)
    {
        var target = Path.Combine(folder, "published");
        var publish = await ProgramRun.OfAsync(
            NativeToolchain.Dotnet, "publish", NativeToolchain.Sample(name), "-f", "net9.0", "-r", NativeToolchain.RuntimeIdentifier,
            "-c", "Release", "-o", target, "--artifacts-path", Path.Combine(folder, "artifacts"), "--nologo", "-p:UseSharedCompilation=false");
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        Assert.DoesNotContain("warning", publish.Output + publish.Errors, StringComparison.OrdinalIgnoreCase);
        var executable = Path.Combine(target, $"{name}{NativeToolchain.ExecutableSuffix}");
        output.WriteLine($"{name}, {NativeToolchain.RuntimeIdentifier}: {new FileInfo(executable).Length:N0} bytes, published in {publish.Duration.TotalSeconds:0} s");

        Assert.Empty(Directory.EnumerateFiles(target, "*.dll", SearchOption.AllDirectories));
        Assert.Equal(NativeToolchain.ExecutableMagic, File.ReadAllBytes(executable).AsSpan(0, NativeToolchain.ExecutableMagic.Length).ToArray());
        return executable;
    }
}
