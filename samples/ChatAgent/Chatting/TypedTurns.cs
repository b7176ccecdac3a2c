using ChatAgent.Screen;

namespace ChatAgent.Chatting;

/// <summary>What the person types, a line a turn, until the input ends; or what stands in a file.</summary>
internal sealed class TypedTurns(ChatHost host) : ITurns
{
    public async ValueTask<string?> NextAsync(Timeline timeline, CancellationToken cancellationToken)
    {
        var isTyped = host.Terminal.Input is not null;
        while (true)
        {
            if (isTyped)
                timeline.AskUser();

            // Reading a line cannot be cancelled, waiting for it can.
            var line = await Task.Run(host.Input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
            if (line is not null && string.IsNullOrWhiteSpace(line))
                continue;
            if (line is not null && !isTyped)
                timeline.ShowUser(line);
            return line;
        }
    }
}
