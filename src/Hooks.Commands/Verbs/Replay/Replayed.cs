namespace Hooks.Commands;

/// <summary>What has become of one recorded payload.</summary>
/// <param name="Source">The file, with the line where it has several.</param>
/// <param name="Host">The agent's name; null if it could not be told.</param>
/// <param name="Event">The event; null if it could not be told.</param>
/// <param name="Verdict">What the hooks have decided.</param>
/// <param name="DecidedBy">The hook that did.</param>
/// <param name="Reason">Why.</param>
/// <param name="ExitCode">How the command would have ended.</param>
/// <param name="Output">What the agent would have read.</param>
/// <param name="Notices">What people would have read.</param>
/// <param name="Failures">What went wrong: the payload, or hooks.</param>
internal sealed record Replayed(
    string Source, string? Host, string? Event, DecisionKind Verdict, string? DecidedBy, string? Reason, int ExitCode, string Output, string Notices, IReadOnlyList<string> Failures)
{
    public bool IsFailed => Failures.Count > 0;
}
