namespace Watch;

/// <summary>How many events of each type there were a second, over the last second or so.</summary>
internal sealed class EventRates(TimeProvider? clock = null)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Queue<(long Time, IReadOnlyDictionary<string, long> Counts)> _earlier = new();

    /// <summary>Takes the counts of now, and gives the rates since the oldest counts that are no older than the window.</summary>
    public IReadOnlyDictionary<string, double> Note(IReadOnlyDictionary<string, long> counts)
    {
        var now = _clock.GetTimestamp();
        _earlier.Enqueue((now, counts));
        while (_earlier.Count > 2 && _clock.GetElapsedTime(_earlier.Peek().Time, now) > Window)
            _earlier.Dequeue();
        var (time, before) = _earlier.Peek();
        var seconds = _clock.GetElapsedTime(time, now).TotalSeconds;
        return counts.ToDictionary(type => type.Key, type => seconds > 0 ? (type.Value - before.GetValueOrDefault(type.Key)) / seconds : 0);
    }
}
