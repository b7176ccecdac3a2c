namespace Hooks.Events;

/// <summary>A receipt in the making.</summary>
internal struct ReceiptTally
{
    private int _accepted, _filtered, _dropped, _rejected, _lost;

    public void Add(EventOutcome outcome)
    {
        switch (outcome)
        {
            case EventOutcome.Queued or EventOutcome.Delivered:
                _accepted++;
                break;
            case EventOutcome.Filtered:
                _filtered++;
                break;
            case EventOutcome.Dropped:
                _dropped++;
                break;
            case EventOutcome.Rejected:
                _rejected++;
                break;
            default:
                _lost++;
                break;
        }
    }

    public readonly EventReceipt ToReceipt(long sequence, int matched) => new()
    {
        Sequence = sequence,
        Matched = matched,
        Accepted = _accepted,
        Filtered = _filtered,
        Dropped = _dropped,
        Rejected = _rejected,
        Lost = _lost,
    };
}
