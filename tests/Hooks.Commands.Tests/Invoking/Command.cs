using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Invoking;

/// <summary>Runs the command host in process, as an agent would start it.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<Command> RunAsync(string args, string payload) => RunAsync(args, Encoding.UTF8.GetBytes(payload));

    public static async Task<Command> RunAsync(string args, byte[] payload, HookDispatcher? dispatcher = null, CommandHostOptions? options = null)
    {
        var output = new MemoryStream();
        var error = new StringWriter();
        var exitCode = await CommandHost.RunAsync(args.Split(' ', StringSplitOptions.RemoveEmptyEntries), dispatcher ?? GeneratedHooks.CreateDispatcher(), new()
        {
            Input = options?.Input ?? new MemoryStream(payload),
            Output = output,
            Error = error,
            MaxInputBytes = options?.MaxInputBytes ?? 1 << 20,
            TimeProvider = options?.TimeProvider ?? TimeProvider.System,
            LogPath = options?.LogPath,
        });
        return new(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
