namespace Hooks.Events;

/// <summary>
/// A call of a handler, or the time that a reader's loop has an event in its hands, as the code that runs then knows it by
/// what flows with it: so that whoever ends a subscription from there does not wait for itself.
/// </summary>
internal sealed class LaneCall
{
    private static readonly AsyncLocal<LaneCall?> Current = new();

    private readonly EventLane _lane;

    // A loop may stand in a handler, or in another loop.
    private readonly LaneCall? _outer = Current.Value;
    private volatile bool _isOver;

    public LaneCall(EventLane lane)
    {
        _lane = lane;
        while (_outer is { IsOver: true })
            _outer = _outer._outer;
    }

    /// <summary>Whether the event has been given back: what a handler has started, and left running, is not called by it any more.</summary>
    public bool IsOver
    {
        get => _isOver;
        set => _isOver = value;
    }

    /// <summary>Whether the code that asks was called by a lane.</summary>
    public static bool IsWithin(EventLane lane)
    {
        for (var call = Current.Value; call is not null; call = call._outer)
        {
            if (call._lane == lane && !call.IsOver)
                return true;
        }

        return false;
    }

    /// <summary>Lets what runs from now on know of this.</summary>
    public void Begin() => Current.Value = this;

    /// <summary>Lets what runs from now on know of what this stands in.</summary>
    public void End()
    {
        IsOver = true;
        if (Current.Value == this)
            Current.Value = _outer;
    }
}
