using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Hooks.Native.Tests;

// Guards what the README promises of the native build: it publishes without a trim or AOT warning, is one executable
// file with no .dll beside it that works wherever it is copied, and prints the same timeline as the JIT build.
[Collection("native publish")]
public sealed partial class NativeAgentTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_native_agent_is_one_file_without_warnings_that_behaves_like_the_other()
    {
        if (!NativeToolchain.HasLinker)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("hooks-native-").FullName;
        try
        {
            var published = await NativeSample.PublishAsync("GuardedAgent", folder, output);

            // Alone, it has to get by with the plan that it carries.
            var alone = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "alone")).FullName, Path.GetFileName(published));
            File.Copy(published, alone);
            await AssertSameAsync(alone);
            await AssertSameAsync(alone, "--graph", "text");
            await AssertSameAsync(alone, "--graph", "mermaid");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AssertSameAsync(string native, params string[] arguments)
    {
        var expected = await ProgramRun.OfAsync(NativeToolchain.Dotnet, [Path.Combine(AppContext.BaseDirectory, "GuardedAgent.dll"), .. arguments]);
        var actual = await ProgramRun.OfAsync(native, arguments);
        Assert.Equal(Normalise(expected.Output), Normalise(actual.Output));
        Assert.Equal((expected.ExitCode, expected.Errors), (actual.ExitCode, actual.Errors));
        DeleteScratch(expected.Output);
        DeleteScratch(actual.Output);
    }

    // What differs between any two runs: durations, and the name of the scratch folder.
    private static string Normalise(string timeline) =>
        ScratchName.Replace(Duration.Replace(timeline, " TIME"), "SCRATCH");

    private static void DeleteScratch(string timeline)
    {
        if (ScratchLine.Match(timeline) is not { Success: true } line)
            return;
        foreach (var file in new DirectoryInfo(line.Groups[1].Value).EnumerateFiles("*", SearchOption.AllDirectories))
            file.Attributes = FileAttributes.Normal;
        Directory.Delete(line.Groups[1].Value, recursive: true);
    }

    [GeneratedRegex(@"(?m) +[0-9.]+ m?s(?=\r?$)")]
    private static partial Regex Duration { get; }

    [GeneratedRegex("guarded-agent-[A-Za-z0-9]+")]
    private static partial Regex ScratchName { get; }

    [GeneratedRegex(@"(?m)^folder  (.+?)\r?$")]
    private static partial Regex ScratchLine { get; }
}
