namespace Hooks;

/// <summary>One message of a conversation.</summary>
/// <param name="Role">Who speaks, for example <c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Content">What is said, as text.</param>
public sealed record HookMessage(string Role, string Content);
