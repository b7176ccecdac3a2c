namespace Hooks.Commands.Tests.Acceptors;

/// <summary>An answer has not the shape that the host reads; the message says what is wrong.</summary>
internal sealed class ReplyShapeException(string message) : Exception(message);
