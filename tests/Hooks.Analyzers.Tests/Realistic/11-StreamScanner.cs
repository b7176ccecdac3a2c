using System.Text;
using System.Text.RegularExpressions;
using Hooks;

namespace Margie.Streaming;

/// <summary>Looks for secrets in a stream, across the borders of its chunks.</summary>
public static partial class StreamScanner
{
    private const string Tail = "Margie.Streaming.Tail";
    private const int Longest = 64;

    [Hook(HookPoint.StreamStart, Name = "scan-start")]
    public static void Start(ModelCallContext call) => call.Items[Tail] = new StringBuilder();

    [Hook(HookPoint.ModelStreamChunk, Name = "scan-chunk", OnFailure = HookFailurePolicy.Block)]
    public static HookResult Scan(StreamChunkContext chunk)
    {
        if (chunk.Kind is "tool_call" || chunk.Text.Length == 0)
            return HookResult.Skipped;

        var tail = TailOf(chunk);
        tail.Append(chunk.Text);
        if (Secret().Match(tail.ToString()) is { Success: true } match)
        {
            tail.Clear();
            return match.Length > chunk.Text.Length
                ? HookResult.Cancel("a secret ran across two pieces of the answer")
                : HookResult.Replace(Secret().Replace(chunk.Text, "***"), "a secret was masked");
        }

        if (tail.Length > Longest)
            tail.Remove(0, tail.Length - Longest);
        return HookResult.Continue;
    }

    [Hook(HookPoint.ModelStreamChunk, Name = "normalise-breaks", Priority = HookPriority.High)]
    public static HookResult NormaliseBreaks(StreamChunkContext chunk)
    {
        if (!chunk.Text.Contains('\r'))
            return HookResult.Continue;
        chunk.Text = chunk.Text.ReplaceLineEndings("\n");
        return HookResult.Modified;
    }

    [Hook(HookPoint.StreamEnd, Name = "scan-end")]
    public static void End(ModelCallContext call)
    {
        call.Items.Remove(Tail);
        if (call.Error is { } error)
            call.AddContext($"The answer was cut off: {error.Message}");
    }

    private static StringBuilder TailOf(HookContext chunk)
    {
        for (var context = chunk; context is not null; context = context.Parent)
        {
            if (context.Items.TryGetValue(Tail, out var found) && found is StringBuilder tail)
                return tail;
        }

        var made = new StringBuilder();
        chunk.Items[Tail] = made;
        return made;
    }

    [GeneratedRegex(@"sk-[A-Za-z0-9]{20,}|ghp_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16}")]
    private static partial Regex Secret();
}
