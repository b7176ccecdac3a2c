using Hooks;

namespace GuardedAgent.Records;

/// <summary>The money that a session may spend, and how much of it is spent.</summary>
internal sealed class Budget(decimal limit)
{
    private readonly Lock _spending = new();
    private HookPoint? _crossed;

    public decimal Limit { get; } = limit;

    public decimal WarningLevel { get; } = limit * 0.8m;

    public decimal Spent { get; private set; }

    public void Spend(decimal amount)
    {
        lock (_spending)
        {
            var before = Spent;
            Spent += amount;
            if (before < Limit && Spent >= Limit)
                _crossed = HookPoint.BudgetExceeded;
            else if (before < WarningLevel && Spent >= WarningLevel)
                _crossed = HookPoint.BudgetWarning;
        }
    }

    /// <summary>The point to fire because a level was crossed since the last question; null if none was.</summary>
    public HookPoint? TakeCrossed()
    {
        lock (_spending)
        {
            var crossed = _crossed;
            _crossed = null;
            return crossed;
        }
    }
}
