namespace ChatAgent.Models;

/// <summary>How long recorded models and made-up tools take, so that a person can follow.</summary>
/// <param name="factor">1 for the time that the real ones might take, 0 for none.</param>
/// <param name="time">The clock.</param>
internal sealed class Pace(double factor, TimeProvider time)
{
    public Task WaitAsync(int milliseconds, CancellationToken cancellationToken) =>
        factor == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(milliseconds * factor), time, cancellationToken);
}
