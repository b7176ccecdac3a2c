namespace Hooks.Commands;

/// <summary>An option of a verb.</summary>
/// <param name="Name">With its two dashes.</param>
/// <param name="Value">What its value is, for the help; null if it has none.</param>
/// <param name="Meaning">What it does, in a line.</param>
internal sealed record VerbOption(string Name, string? Value, string Meaning)
{
    private const string Hosts = "claude, codex, gemini, copilot or cursor";

    public static VerbOption Host { get; } = new("--host", "AGENT", "the coding agent: " + Hosts);

    /// <summary>The agent where it need not be named.</summary>
    /// <param name="otherwise">What is done if it is not.</param>
    public static VerbOption HostUnless(string otherwise) => Host with { Meaning = $"{Host.Meaning}; {otherwise}" };

    public static VerbOption Command { get; } = new("--command", "PATH", "the program that the settings start; this program unless given");

    public static VerbOption MinVersion { get; } = new("--min-version", "V", "the oldest version of the agent that has to understand the settings");
}
