using Xunit.Abstractions;

namespace Hooks.Native.Tests;

// Guards the same for the agent over IChatClient: hooks around chat clients and functions need no reflection.
// One publish at a time.
[Collection("native publish")]
public sealed class NativeChatTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_native_chat_is_one_file_without_warnings_that_says_the_same()
    {
        if (!NativeToolchain.HasLinker)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("hooks-native-").FullName;
        try
        {
            var native = await ProgramRun.OfAsync(await NativeSample.PublishAsync("ChatAgent", folder, output), "--pace", "0");
            var managed = await ProgramRun.OfAsync(NativeToolchain.Dotnet, Path.Combine(AppContext.BaseDirectory, "ChatAgent.dll"), "--pace", "0");
            Assert.Contains("Done. Tool calls: 8 succeeded, 3 denied, 2 replaced, 1 cached.", native.Output, StringComparison.Ordinal);
            Assert.Equal((managed.ExitCode, managed.Errors, WithoutTimes(managed)), (native.ExitCode, native.Errors, WithoutTimes(native)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Durations stand at the ends of lines.
    private static string WithoutTimes(ProgramRun run) =>
        string.Join('\n', run.Output.Split('\n').Select(line => line.TrimEnd() is [.., ' ', 's'] timed ? timed[..^6] : line));
}
