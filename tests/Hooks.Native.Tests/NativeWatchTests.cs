using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Hooks.Native.Tests;

// Guards the same for events: a bus, its patterns and the bridge from hooks need no reflection.
[Collection("native publish")]
public sealed partial class NativeWatchTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_native_view_of_events_is_one_file_without_warnings_that_says_the_same()
    {
        if (!NativeToolchain.HasLinker)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("hooks-native-").FullName;
        try
        {
            var native = await ProgramRun.OfAsync(await NativeSample.PublishAsync("Watch", folder, output));
            var managed = await ProgramRun.OfAsync(NativeToolchain.Dotnet, Path.Combine(AppContext.BaseDirectory, "Watch.dll"));
            Assert.Matches(@"(?m)^events  \d+\r?$", native.Output);
            Assert.Equal((managed.ExitCode, managed.Errors, Normalise(managed.Output)), (native.ExitCode, native.Errors, Normalise(native.Output)));
            foreach (Match scratch in ScratchFolder.Matches(managed.Output + native.Output))
                Delete(scratch.Groups["folder"].Value);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What differs between any two runs: times, durations, and the name of the scratch folder.
    private static string Normalise(string lines) => ScratchName.Replace(Time.Replace(lines, "TIME"), "SCRATCH");

    private static void Delete(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            file.Attributes = FileAttributes.Normal;
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"\[[0-9:.]+\]|duration_ms=[0-9.E-]+")]
    private static partial Regex Time { get; }

    [GeneratedRegex("guarded-agent-[A-Za-z0-9]+")]
    private static partial Regex ScratchName { get; }

    [GeneratedRegex(@"(?m)^folder  (?<folder>.+?)\r?$")]
    private static partial Regex ScratchFolder { get; }
}
