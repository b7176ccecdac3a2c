using GuardedAgent.Screen;
using Hooks;

namespace GuardedAgent.Loop;

/// <summary>Asks the person at the terminal. Nobody there, or anything but a yes, means no.</summary>
internal sealed class TerminalApprover(Terminal terminal) : IApprover
{
    public async ValueTask<bool> ApproveAsync(ToolCallContext call, string? reason, CancellationToken cancellationToken)
    {
        if (terminal.Input is not { } input)
            return false;
        terminal.Out.Write(SafeText.Of($"  ?  {call.ToolName} {ArgumentText.Of(call.Arguments)}: {reason ?? "may it?"} [y/N] "));

        // Reading a line cannot be cancelled, waiting for it can.
        var answer = await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        return answer?.Trim() is "y" or "Y" or "yes";
    }
}
