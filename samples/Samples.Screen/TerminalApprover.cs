using Hooks;

namespace Samples.Screen;

/// <summary>Asks the person at the terminal. Nobody there, or anything but a yes, means no.</summary>
internal sealed class TerminalApprover(Terminal terminal) : IHookApprover
{
    public async ValueTask<HookApproval> ApproveAsync(HookApprovalRequest request, CancellationToken cancellationToken)
    {
        if (terminal.Input is not { } input)
            return HookApproval.Deny("nobody is there to approve it");
        var asked = request.Context is ToolCallContext call ? $"{call.ToolName} {ArgumentText.Of(call.Arguments)}" : request.Point.ToString();
        terminal.Out.Write(SafeText.Of($"  ?  {asked}: {request.Reason ?? "may it?"} [y/N] "));

        // Reading a line cannot be cancelled, waiting for it can.
        string? answer = null;
        try
        {
            answer = await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        }
        finally
        {
            // Whoever does not answer leaves the question's line open.
            if (answer is null)
                terminal.Out.WriteLine();
        }

        return answer?.Trim() is "y" or "Y" or "yes" ? HookApproval.Approve() : HookApproval.Deny("the person at the terminal said no");
    }
}
