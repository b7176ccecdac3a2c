using System.Diagnostics;
using System.Text;
using Hooks.Commands.Native.Tests.Matrix;
using Xunit.Abstractions;

namespace Hooks.Commands.Native.Tests.Native;

// Guards the program against what happens to a process: input that never ends, outputs that nobody reads, signals, sizes at the limit.
[Collection(PublishedGuardTests.Name)]
public sealed class NativeFailureTests(PublishedGuard guard, ITestOutputHelper output)
{
    private const string Denial = """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"Denied, because a hook could not decide."}}""";
    private const int Limit = 16 * 1024 * 1024;

    [Theory]
    [InlineData("")]
    [InlineData("{\"hook_event_name\":\"PreToolUse\",\"tool_na")]
    public async Task Input_that_never_ends_is_denied_at_the_deadline(string part)
    {
        if (!CanRun(out var program))
            return;
        using var process = GuardRun.Start(program, Arguments(deadline: 300));

        var run = await GuardRun.FinishAsync(process, input => input.WriteAsync(Encoding.UTF8.GetBytes(part)).AsTask());

        Assert.Equal((0, Denial), (run.ExitCode, Encoding.UTF8.GetString(run.Output)));
        Assert.Contains("300 ms", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("block")]
    [InlineData("burn")]
    public async Task A_hook_that_does_not_return_is_denied_at_the_deadline(string way)
    {
        if (!CanRun(out var program))
            return;

        var run = await GuardRun.OfAsync(program, Arguments(deadline: 300), Payload(way + ": x"));

        Assert.Equal((0, Denial), (run.ExitCode, Encoding.UTF8.GetString(run.Output)));
    }

    [Theory]
    [InlineData("exit")]
    [InlineData("crash")]
    public async Task A_hook_that_ends_the_process_is_denied(string way)
    {
        if (!CanRun(out var program))
            return;

        var run = await GuardRun.OfAsync(program, Arguments(deadline: 60000), Payload(way + ": x"));

        Assert.Equal((0, Denial), (run.ExitCode, Encoding.UTF8.GetString(run.Output)));
    }

    [Fact]
    public async Task What_runs_in_the_background_does_not_outlast_the_deadline()
    {
        if (!CanRun(out var program))
            return;

        var run = await GuardRun.OfAsync(program, Arguments(deadline: 300), Payload("linger: x"));

        Assert.Equal((0, ""), (run.ExitCode, Encoding.UTF8.GetString(run.Output)));
        Assert.Contains("has not ended within 300 ms", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_past_the_console_goes_to_standard_error()
    {
        if (!CanRun(out var program) || OperatingSystem.IsWindows())
            return;

        var run = await GuardRun.OfAsync(program, Arguments(deadline: 60000), Payload("raw: hello"));

        Assert.Equal((0, ""), (run.ExitCode, Encoding.UTF8.GetString(run.Output)));
        Assert.Contains("hello", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_nobody_reads_becomes_the_exit_code_of_a_denial()
    {
        if (!CanRun(out var program))
            return;
        using var process = GuardRun.Start(program, Arguments(deadline: 60000));
        process.StandardOutput.Close();

        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(Payload("deny: no"));
        process.StandardInput.Close();
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("output cannot be written", await errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">&-", "deny: no", 2, "")]
    [InlineData(">&-", "ls", 0, "")]
    [InlineData("2>&-", "deny: no", 0, "\"deny\"")]
    [InlineData("2>&-", "throw: x", 0, "\"deny\"")]
    [InlineData("2>&-", "print: hello", 0, "")]
    [InlineData("<&-", "ls", 0, "\"deny\"")]
    public async Task A_stream_that_is_closed_opens_no_gate(string closing, string order, int exitCode, string said)
    {
        if (!CanRun(out var program) || OperatingSystem.IsWindows())
            return;

        var run = await GuardRun.OfAsync("/bin/sh", ["-c", $"exec \"$0\" \"$@\" {closing}", program, .. Arguments(deadline: 60000)], Payload(order));

        Assert.Equal(exitCode, run.ExitCode);
        if (said.Length == 0)
            Assert.Empty(run.Output);
        else
            Assert.Contains(said, Encoding.UTF8.GetString(run.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_to_end_is_obeyed_while_a_hook_hangs()
    {
        if (!CanRun(out var program) || OperatingSystem.IsWindows())
            return;
        using var process = GuardRun.Start(program, Arguments(deadline: 60000));

        var run = await GuardRun.FinishAsync(process, async input =>
        {
            await input.WriteAsync(Payload("hang: x"));
            input.Close();
            using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await signal.WaitForExitAsync();
        });

        Assert.Empty(run.Output);
        Assert.Equal(128 + 15, run.ExitCode);
    }

    [Theory]
    [InlineData(Limit, "")]
    [InlineData(Limit + 1, Denial)]
    public async Task Input_is_read_up_to_the_limit(int size, string said)
    {
        if (!CanRun(out var program))
            return;
        var payload = Payload("ls");
        var padded = new byte[size];
        padded.AsSpan().Fill((byte)' ');
        payload.CopyTo(padded, 0);

        var run = await GuardRun.OfAsync(program, Arguments(deadline: 60000), padded);

        Assert.Equal((0, said), (run.ExitCode, Encoding.UTF8.GetString(run.Output)));
    }

    [Fact]
    public async Task Input_in_small_pieces_is_read_to_its_end()
    {
        if (!CanRun(out var program))
            return;
        using var process = GuardRun.Start(program, Arguments(deadline: 60000));

        var run = await GuardRun.FinishAsync(process, async input =>
        {
            foreach (var piece in Payload("deny: in pieces").Chunk(7))
            {
                await input.WriteAsync(piece);
                await input.FlushAsync();
            }

            input.Close();
        });

        Assert.Contains("in pieces", Encoding.UTF8.GetString(run.Output), StringComparison.Ordinal);
    }

    private static byte[] Payload(string order) => Encoding.UTF8.GetBytes(Payloads.Of("claude", "PreToolUse", order));

    private static string[] Arguments(int deadline) => ["--host", "claude", "--event", "PreToolUse", "--deadline", $"{deadline}"];

    private bool CanRun(out string program)
    {
        program = guard.Program ?? "";
        if (guard.Program is null)
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
        return guard.Program is not null;
    }
}
