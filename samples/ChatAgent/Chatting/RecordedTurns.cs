using ChatAgent.Recorded;
using ChatAgent.Screen;

namespace ChatAgent.Chatting;

/// <summary>What the person said in a recorded conversation.</summary>
internal sealed class RecordedTurns(IReadOnlyList<RecordedTurn> recording) : ITurns
{
    private int _next;

    public ValueTask<string?> NextAsync(Timeline timeline, CancellationToken cancellationToken)
    {
        if (_next == recording.Count)
            return new((string?)null);
        var said = recording[_next++].User;
        timeline.ShowUser(said);
        return new(said);
    }
}
