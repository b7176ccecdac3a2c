namespace Hooks.Commands;

/// <summary>Arguments that a verb cannot take; the message says what would be right.</summary>
internal sealed class UsageException(string message) : Exception(message);
