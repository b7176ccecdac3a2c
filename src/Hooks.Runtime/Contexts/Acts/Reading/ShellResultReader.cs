using System.Globalization;

namespace Hooks;

/// <summary>
/// Reads the results of shell tools, as of November 2026: a text in Codex; <c>stdout</c> and <c>stderr</c> in Claude Code; <c>llmContent</c> in
/// Gemini CLI; <c>textResultForLlm</c> in Copilot CLI, in its other dialect <c>text_result_for_llm</c>; <c>output</c> and <c>exitCode</c> in Cursor.
/// Of a command that failed Claude Code gives a text that begins with <c>Exit code 1</c>.
/// </summary>
internal static class ShellResultReader
{
    private static readonly string[] Output = ["stdout", "output", "llmContent", "textResultForLlm", "text_result_for_llm"];
    private static readonly string[] ExitCode = ["exitCode", "exit_code"];
    private const string Failure = "Exit code ";

    public static ShellResult? Read(object? result, string? error) => result switch
    {
        string text => new(text),
        HookArguments members => Read(members),
        null when error is not null => ReadFailure(error),
        _ => null,
    };

    private static ShellResult? Read(HookArguments members)
    {
        var read = new ActArguments(members);
        var output = read.Value(Output);
        return output is not string text || read.Mistake is not null ? null : new(text)
        {
            Errors = members.TryGetString("stderr", out var errors) ? errors : null,
            ExitCode = read.Figure(ExitCode) is { } code and >= int.MinValue and <= int.MaxValue ? (int)code : null,
            IsInterrupted = members.TryGetBoolean("interrupted", out var interrupted) && interrupted,
        };
    }

    private static ShellResult? ReadFailure(string error)
    {
        var end = error.IndexOf('\n', StringComparison.Ordinal) is var line and >= 0 ? line : error.Length;
        return error.StartsWith(Failure, StringComparison.Ordinal)
            && int.TryParse(error.AsSpan(Failure.Length, end - Failure.Length).TrimEnd('\r'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
                ? new(error[Math.Min(end + 1, error.Length)..]) { ExitCode = code }
                : null;
    }
}
