using System.Diagnostics;

namespace Hooks.Commands.Native.Tests.Native;

/// <summary>A start of the native guard, as an agent makes it.</summary>
internal sealed record GuardRun(int ExitCode, byte[] Output, string Errors)
{
    /// <summary>Starts it, gives it the payload and the end of the input, and waits for its end.</summary>
    public static async Task<GuardRun> OfAsync(string program, IEnumerable<string> arguments, byte[] payload)
    {
        using var process = Start(program, arguments);
        return await FinishAsync(process, async input =>
        {
            await input.WriteAsync(payload);
            input.Close();
        });
    }

    public static Process Start(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Waits for the end of one that was started.</summary>
    /// <param name="process">It.</param>
    /// <param name="feed">What is done with its input.</param>
    public static async Task<GuardRun> FinishAsync(Process process, Func<Stream, Task> feed)
    {
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CanRead ? process.StandardOutput.BaseStream.CopyToAsync(output) : Task.CompletedTask;
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await feed(process.StandardInput.BaseStream);
        }
        catch (IOException)
        {
            // It has answered before it had read everything, as it does with input that is too long.
        }

        await process.WaitForExitAsync();
        await reading;
        return new(process.ExitCode, output.ToArray(), await errors);
    }
}
