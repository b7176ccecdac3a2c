using System.Text.RegularExpressions;
using Hooks.Native.Tests;
using Hooks.Package.Tests.Consuming;
using Hooks.Package.Tests.Packing;
using Xunit.Abstractions;

namespace Hooks.Package.Tests;

/// <summary>A new project publishes trimmed and native without a warning, and what was published runs.</summary>
[Collection(PackedOnce.Name)]
public sealed class PublishingTests(PackedRepository packed, ITestOutputHelper output)
{
    // What a machine says that has no source for the runtime to publish with.
    private const string NoRuntimePack = @"NETSDK1112|NU110[12]: Unable to find (stable )?package (Microsoft\.|runtime\.)\S+";

    [Theory]
    [InlineData("net8.0", false)]
    [InlineData("net10.0", false)]
    [InlineData("net9.0", true)]
    public async Task It_publishes_without_a_warning_and_runs(string framework, bool native)
    {
        if (native && !NativeToolchain.HasLinker)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return;
        }

        var target = Path.Combine(packed.Folder, "published", framework);
        var publish = await packed.Consumers.DotnetAsync(
            "publish", "Acme.Published", "-c", "Release", "-r", NativeToolchain.RuntimeIdentifier, "-o", target, $"-p:PublishedFramework={framework}");
        if (Regex.Match(publish.Output, NoRuntimePack) is { Success: true, Value: var reason })
        {
            output.WriteLine($"Not run: there is no runtime to publish for {framework} with ({reason}).");
            return;
        }

        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        Assert.DoesNotContain("warning", publish.Output + publish.Errors, StringComparison.OrdinalIgnoreCase);
        AssertTrimmed(framework, target, native);
        output.WriteLine($"{framework}: {publish.Duration.TotalSeconds:0} s, {Directory.EnumerateFiles(target).Sum(file => new FileInfo(file).Length):N0} bytes");

        var run = await ProgramRun.OfAsync(Path.Combine(target, $"Acme.Published{NativeToolchain.ExecutableSuffix}"));
        Assert.Equal((0, Timeline.OfGuards.ReplaceLineEndings(), ""), (run.ExitCode, run.Output.ReplaceLineEndings(), run.Errors));
    }

    private void AssertTrimmed(string framework, string target, bool native)
    {
        var library = new FileInfo(Path.Combine(target, "Hooks.Runtime.dll"));
        Assert.Equal(native, !library.Exists);
        if (native)
            return;
        var file = packed.Package.Files[$"lib/{framework}/Hooks.Runtime.dll"];
        var whole = file.Length;
        Assert.InRange(library.Length, 1, whole / 2);

        // What the program does not use it does not carry: it fires points, has no pipelines, and does not ask what calls mean.
        Assert.Equal(OptionalTypes.Declared.Order(StringComparer.Ordinal), OptionalTypes.In(new MemoryStream(file)).Distinct());
        Assert.Empty(OptionalTypes.In(library.OpenRead()));
        output.WriteLine($"Hooks.Runtime.dll: {library.Length:N0} of {whole:N0} bytes");
    }
}
