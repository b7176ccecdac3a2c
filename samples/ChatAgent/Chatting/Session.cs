using System.Runtime.ExceptionServices;
using ChatAgent.Screen;
using Hooks;

namespace ChatAgent.Chatting;

/// <summary>A conversation from its first message to its last, with the points of session and turn around it.</summary>
internal sealed class Session(HookDispatcher hooks, ChatLoop loop, ITurns turns, Timeline timeline)
{
    public ValueTask RunAsync(CancellationToken cancellationToken) => hooks.RunSessionAsync(
        new SessionContext { AgentName = "ChatAgent", SessionId = Guid.NewGuid().ToString("n"), Source = "startup" }, RunAsync, cancellationToken);

    private async ValueTask RunAsync(SessionContext session, CancellationToken cancellationToken)
    {
        session.Reason = "interrupted";
        for (var number = 1; await turns.NextAsync(timeline, cancellationToken) is { } said; number++)
        {
            var turn = new TurnContext { Parent = session, TurnId = $"turn-{number}", TurnNumber = number, Role = "user", Prompt = said };
            turn = await hooks.RunTurnAsync(turn, async (running, token) => await loop.AnswerAsync(running.Prompt ?? "", running.AddedContext, token), cancellationToken);
            if (turn.Error is { } error)
                ExceptionDispatchInfo.Throw(error);
            if (turn.Outcome == ToolCallOutcome.Denied)
                timeline.ShowNotice(turn.ErrorMessage ?? "denied");
        }

        session.Reason = "completed";
    }
}
