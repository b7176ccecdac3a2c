using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>How one attempt of a hook ends.</summary>
internal enum PolicyEnd
{
    Answer,
    Throw,

    /// <summary>An OperationCanceledException of something else.</summary>
    ForeignCancellation,

    /// <summary>A TimeoutException that the hook throws itself.</summary>
    OwnTimeout,
}

/// <summary>What one attempt of a hook does.</summary>
/// <param name="End">How it ends.</param>
/// <param name="Result">What it answers, if it gives verdicts.</param>
/// <param name="Delay">After how long, if the hook can suspend; zero for at once, infinite for never.</param>
/// <param name="Changes">Whether it changes the context before it suspends.</param>
/// <param name="WritesLate">Whether it changes the context after it has suspended.</param>
/// <param name="ObservesToken">Whether it ends when its token is cancelled.</param>
/// <param name="CancelsCaller">Whether the caller cancels while it is called.</param>
/// <param name="AsTask">Whether it fails within its task, where it ends at once.</param>
internal sealed record PolicyStep(PolicyEnd End, HookResult Result, TimeSpan Delay, bool Changes, bool WritesLate, bool ObservesToken, bool CancelsCaller, bool AsTask)
{
    private static readonly HookResult[] Stopping =
        [HookResult.Cancel("not today"), HookResult.Ask("sure?"), HookResult.Ask("really?"), HookResult.Allow("known"), HookResult.Replace(42, "cached"), HookResult.Retry("again", TimeSpan.FromSeconds(2), 5)];

    /// <summary>The reasons that hooks give themselves.</summary>
    public static bool IsReasonOfHook(string? reason) => Array.Exists(Stopping, result => result.Reason == reason);

    public static PolicyStep Draw(Random random, PointSpec point, int failing)
    {
        var end = random.Next(100) >= failing ? PolicyEnd.Answer : random.Next(5) switch { 0 => PolicyEnd.ForeignCancellation, 1 => PolicyEnd.OwnTimeout, _ => PolicyEnd.Throw };
        return new(
            end,
            DrawResult(random, point),
            DrawDelay(random),
            Changes: random.Next(3) == 0,
            WritesLate: random.Next(2) == 0,
            ObservesToken: random.Next(2) == 0,
            CancelsCaller: random.Next(50) == 0,
            AsTask: random.Next(2) == 0);
    }

    private static HookResult DrawResult(Random random, PointSpec point)
    {
        if (random.Next(100) >= 45)
            return random.Next(8) switch { 0 => HookResult.Skipped, 1 => HookResult.Modified, _ => HookResult.Continue };
        var allowed = Stopping.Where(result => ((int)point.Allowed >> (int)result.Kind & 1) != 0).ToArray();
        var from = allowed.Length == 0 || random.Next(4) == 0 ? Stopping : allowed;
        return from[random.Next(from.Length)];
    }

    // Fractions of a millisecond keep apart what would otherwise fall due at the same time.
    private static TimeSpan DrawDelay(Random random) => random.Next(10) switch
    {
        < 4 => TimeSpan.Zero,
        < 6 => TimeSpan.FromTicks(random.Next(1, 100 * 10_000)),
        < 8 => TimeSpan.FromTicks(random.Next(1, 1500 * 10_000)),
        8 => TimeSpan.FromTicks(random.Next(1, 9000 * 10_000)),
        _ => Timeout.InfiniteTimeSpan,
    };
}
