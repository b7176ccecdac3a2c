namespace Hooks;

/// <summary>How a call came about: through redirects and forks, from the call that the host made.</summary>
/// <param name="Target">What the call that was redirected or forked would have called.</param>
/// <param name="Before">How that one came about; null if the host made it.</param>
internal sealed record CallPath(string? Target, CallPath? Before)
{
    /// <summary>How many redirects and forks.</summary>
    public int Hops { get; } = 1 + (Before?.Hops ?? 0);

    /// <summary>Whether one of the calls on the way was of this target.</summary>
    public bool Contains(string target) =>
        string.Equals(Target, target, StringComparison.Ordinal) || (Before?.Contains(target) ?? false);
}
