using GuardedAgent.Loop;
using Hooks;

namespace GuardedAgent.Screen;

/// <summary>What the summary counts.</summary>
internal sealed class Tally
{
    public int Calls { get; private set; }

    public int Denied { get; private set; }

    public int Modified { get; private set; }

    public int Replaced { get; private set; }

    public int Failed { get; private set; }

    public void Count(CallRecord record)
    {
        Calls++;
        Modified += record.IsModified ? 1 : 0;
        Denied += record.Call.Outcome == ToolCallOutcome.Denied ? 1 : 0;
        Replaced += record.Call.Outcome is ToolCallOutcome.Replaced or ToolCallOutcome.Withheld ? 1 : 0;
        Failed += record.Call.Outcome is ToolCallOutcome.Failed or ToolCallOutcome.TimedOut ? 1 : 0;
    }
}
