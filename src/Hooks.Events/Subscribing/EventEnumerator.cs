namespace Hooks.Events;

/// <summary>
/// What a loop over a reader holds. A move that waits knows only the place, not this object: so that a loop that is abandoned, even
/// while it waits, is noticed, and its subscription ends.
/// </summary>
internal sealed class EventEnumerator(EventReader reader, ReaderLane lane, CancellationToken cancellationToken) : IAsyncEnumerator<HookEvent>
{
    private readonly Place _place = new(lane);

    /// <summary>Nobody will move any more.</summary>
    ~EventEnumerator()
    {
        _place.IsLost = true;
        reader.Subscription.EndAsync(drains: false, TimeSpan.Zero).Forget();
    }

    public HookEvent Current => _place.Current ?? throw new InvalidOperationException("There is no current event: the enumerator has not been moved, or is at its end.");

    // Not asynchronous itself: what it lets flow is to reach the loop.
    public ValueTask<bool> MoveNextAsync()
    {
        _place.GiveBack();
        _place.Call.Begin();
        return _place.TryTake() ? new(true) : WaitAsync(_place, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _place.GiveBack();
        _place.Call.End();
        return reader.DisposeAsync();
    }

    private static async ValueTask<bool> WaitAsync(Place place, CancellationToken cancellationToken)
    {
        try
        {
            while (await place.Lane.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                if (place.IsLost)
                    return false;
                if (place.TryTake())
                    return true;
            }

            return false;
        }
        catch (Exception)
        {
            await place.Lane.EndAsync().ConfigureAwait(false);
            throw;
        }
    }

    private sealed class Place(ReaderLane lane)
    {
        private volatile bool _isLost;

        public ReaderLane Lane => lane;

        public LaneCall Call { get; } = new(lane) { IsOver = true };

        public HookEvent? Current { get; private set; }

        public bool IsLost
        {
            get => _isLost;
            set => _isLost = value;
        }

        public bool TryTake()
        {
            if (!lane.TryTake(out var hookEvent))
                return false;
            Current = hookEvent;
            Call.IsOver = false;
            return true;
        }

        public void GiveBack()
        {
            Call.IsOver = true;
            Current = null;
        }
    }
}
