namespace Hooks.Commands;

/// <summary>A payload that cannot be what its event promises. Its message is for people, never for a model.</summary>
internal sealed class PayloadException(string message) : Exception(message);
