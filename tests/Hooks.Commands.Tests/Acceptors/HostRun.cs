using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors;

/// <summary>What a host sees of a hook command that it ran.</summary>
/// <param name="EventName">The event as the host calls it.</param>
/// <param name="Payload">What the host had written to the command's input.</param>
/// <param name="ExitCode">How it ended; 127 is a missing program, null one that was still running when the host's time was up.</param>
/// <param name="Output">The bytes of its output.</param>
/// <param name="Errors">What it wrote to its error stream.</param>
internal sealed record HostRun(string EventName, JsonElement Payload, int? ExitCode, byte[] Output, string Errors = "")
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the settings carry the host's switch that closes a gate when its hook fails: <c>onFailure: block</c> in Claude Code, <c>failClosed</c> in Cursor.</summary>
    public bool FailsClosed { get; init; }

    /// <summary>The output as text; a byte order mark stays in it.</summary>
    /// <exception cref="ReplyShapeException">It is not UTF-8.</exception>
    public string ReadText()
    {
        try
        {
            return StrictUtf8.GetString(Output);
        }
        catch (DecoderFallbackException)
        {
            throw new ReplyShapeException("the output is not UTF-8");
        }
    }
}
