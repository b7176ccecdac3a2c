namespace GuardedAgent.Guards.Shell;

/// <summary>A word of a shell command, without its quotes.</summary>
/// <param name="Text">The text; what the shell would expand stands there as it was written.</param>
/// <param name="IsLiteral">Whether the shell takes the text as it is, but for file name patterns.</param>
internal readonly record struct ShellWord(string Text, bool IsLiteral);
