namespace GuardedAgent.Tools;

/// <summary>A tool did not work, with a message for the model.</summary>
internal sealed class ToolException(string message) : Exception(message);
