namespace Hooks;

/// <summary>What has come of one branch of a fork.</summary>
/// <param name="Index">Its place among the branches, counted from 0.</param>
/// <param name="HasSucceeded">Whether its result can be used.</param>
/// <param name="Result">Its result.</param>
/// <param name="Error">Its error.</param>
/// <param name="Message">Its error or the reason of its denial, in words.</param>
/// <param name="AddedContext">What its hooks want the model to see.</param>
internal sealed record ForkEnd(int Index, bool HasSucceeded, object? Result, Exception? Error, string? Message, IReadOnlyList<string> AddedContext);
