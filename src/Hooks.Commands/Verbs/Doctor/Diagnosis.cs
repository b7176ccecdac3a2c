namespace Hooks.Commands;

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What it is about.</param>
/// <param name="Where">The file, program or log.</param>
/// <param name="Finding">How it is.</param>
/// <param name="IsProblem">Whether hooks do not run for it; null if that cannot be told.</param>
internal sealed record Diagnosis(string What, string Where, string Finding, bool? IsProblem = false);
