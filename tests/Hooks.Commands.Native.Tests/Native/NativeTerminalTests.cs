using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit.Abstractions;

namespace Hooks.Commands.Native.Tests.Native;

// An agent may start its hooks at a terminal of its own; what is meant for people there must be no leave to it.
[Collection(PublishedGuardTests.Name)]
public sealed partial class NativeTerminalTests(PublishedGuard guard, ITestOutputHelper output)
{
    private const int ReadWrite = 0x2;
    private const int NotControlling = 0x100;

    [Fact]
    public async Task Without_arguments_at_a_terminal_the_exit_code_denies()
    {
        if (guard.Program is null || !OperatingSystem.IsLinux())
        {
            output.WriteLine("Nothing is run without a linker, or without the terminals of Linux.");
            return;
        }

        var terminal = OpenTerminal(ReadWrite | NotControlling);
        Assert.Equal((true, 0, 0), (terminal >= 0, Grant(terminal), Unlock(terminal)));
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" <\"$1\"", guard.Program, Marshal.PtrToStringUTF8(NameOf(terminal))!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var printed = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        _ = Close(terminal);

        Assert.Equal((2, ""), (process.ExitCode, await printed));
        Assert.Contains("replay", errors, StringComparison.Ordinal);
    }

    [LibraryImport("libc", EntryPoint = "posix_openpt")]
    private static partial int OpenTerminal(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    private static partial int Grant(int terminal);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    private static partial int Unlock(int terminal);

    [LibraryImport("libc", EntryPoint = "ptsname")]
    private static partial nint NameOf(int terminal);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int terminal);
}
