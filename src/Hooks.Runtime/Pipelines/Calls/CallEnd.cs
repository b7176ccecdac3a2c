namespace Hooks;

/// <summary>What has come of a call, or of one attempt.</summary>
/// <param name="Outcome">The outcome; kinds of calls without one of their own translate it.</param>
/// <param name="Result">The result, or what stands in its place.</param>
/// <param name="Error">The error that stands.</param>
/// <param name="Message">The reason of a denial, or the error in words; null for the error's own.</param>
/// <param name="Of">The outcome of the other call, where this one was redirected.</param>
internal readonly record struct CallEnd(ToolCallOutcome Outcome, object? Result = null, Exception? Error = null, string? Message = null, ToolCallOutcome? Of = null);
