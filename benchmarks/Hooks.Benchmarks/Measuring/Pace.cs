namespace Hooks.Benchmarks.Measuring;

/// <summary>How long to measure.</summary>
/// <param name="Processes">In how many processes each group runs, one after another.</param>
/// <param name="Rounds">How many rounds in each.</param>
/// <param name="Batch">How long one row runs in a round: less than a time slice, so that a busy machine spoils few of them.</param>
/// <param name="WarmUp">How long all rows run before the first round: the JIT has to see the profile and to compile twice.</param>
/// <param name="Edits">How many edits the generators are measured on.</param>
internal sealed record Pace(int Processes, int Rounds, TimeSpan Batch, TimeSpan WarmUp, int Edits)
{
    public static Pace Full { get; } = new(3, 501, TimeSpan.FromMilliseconds(0.3), TimeSpan.FromSeconds(2.5), 41);

    public static Pace Quick { get; } = new(1, 21, TimeSpan.FromMilliseconds(0.3), TimeSpan.FromSeconds(0.5), 5);
}
