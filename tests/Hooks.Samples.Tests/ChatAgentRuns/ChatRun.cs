using ChatAgent;
using Hooks.Extensions.AI.Tests.Wire;
using Samples.Screen;

namespace Hooks.Samples.Tests.ChatAgentRuns;

/// <summary>One run of the sample within the test's process, and what it printed.</summary>
internal sealed record ChatRun(int ExitCode, string Output, string Errors)
{
    public const int Width = 90;

    public IEnumerable<string> Lines => Output.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Runs a recorded conversation.</summary>
    /// <param name="typed">What a person at the terminal answers; null for no terminal.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<ChatRun> StartAsync(string? typed, params string[] arguments) =>
        StartAsync(typed is null ? null : new StringReader(typed), TextReader.Null, _ => null, default, arguments);

    /// <summary>Talks to a server, without a terminal.</summary>
    public static Task<ChatRun> TalkAsync(WireServer server, params string[] said) => StartAsync(
        null,
        new StringReader(string.Join('\n', said)),
        name => name switch { "CHAT_ENDPOINT" => server.Endpoint.ToString().TrimEnd('/'), "CHAT_MODEL" => "small", "CHAT_KEY" => "key-of-the-tests", _ => null },
        default);

    /// <summary>Runs the recorded conversation on a screen of this width.</summary>
    public static Task<ChatRun> OnScreenAsync(int width) => StartAsync(width, null, TextReader.Null, _ => null, default, []);

    public static Task<ChatRun> StartAsync(
        TextReader? person, TextReader said, Func<string, string?> variable, CancellationToken cancellationToken, params string[] arguments) =>
        StartAsync(Width, person, said, variable, cancellationToken, arguments);

    private static async Task<ChatRun> StartAsync(
        int width, TextReader? person, TextReader said, Func<string, string?> variable, CancellationToken cancellationToken, string[] arguments)
    {
        StringWriter output = new(), errors = new();
        var terminal = new Terminal(output, errors, person, width, HasColours: false);
        var exitCode = await ChatProgram.RunAsync(arguments, new(terminal, said, variable, TimeProvider.System), cancellationToken);
        return new(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>The line with this text, and the one behind it.</summary>
    public string At(string text)
    {
        var lines = Lines.ToList();
        var at = lines.FindIndex(line => line.Contains(text, StringComparison.Ordinal));
        Assert.True(at >= 0, $"'{text}' is not in:\n{Output}");
        return $"{lines[at]}\n{lines[at + 1]}";
    }
}
