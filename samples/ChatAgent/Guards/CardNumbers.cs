using System.Text.RegularExpressions;
using Hooks;

namespace ChatAgent.Guards;

/// <summary>Keeps card numbers from the model, from the person at the screen, and from mails: only the last four digits are left.</summary>
internal static partial class CardNumbers
{
    /// <summary>How long a card number can be, with blanks: so much of a stream has to be judged at once.</summary>
    public const int MaxLength = 40;

    [Hook(HookPoint.ToolValidation, Name = "mask-cards", Description = "Masks card numbers in arguments.")]
    public static HookResult MaskArguments(ToolCallContext call)
    {
        var changed = false;
        foreach (var (name, value) in call.Arguments)
        {
            if (value is not string text || !CardNumber.IsMatch(text))
                continue;
            call.Arguments[name] = Mask(text);
            changed = true;
        }

        return changed ? HookResult.Modified : HookResult.Continue;
    }

    // This shop's tools give text. What else there may be one day is not let out unread.
    [Hook(HookPoint.ToolResultReady, Name = "mask-cards", Description = "Masks card numbers in results.")]
    public static HookResult MaskResult(ToolCallContext call) => call.Result switch
    {
        string text => CardNumber.IsMatch(text) ? HookResult.Replace(Mask(text), "card number masked") : HookResult.Continue,
        _ => HookResult.Cancel("this result cannot be checked for card numbers"),
    };

    [Hook(HookPoint.ModelStreamChunk, Name = "mask-cards", Description = "Masks card numbers in what the model says.")]
    public static HookResult MaskAnswer(StreamChunkContext chunk)
    {
        // A number at the end may go on in the next piece; it comes past again with it.
        var end = chunk.IsFinal ? int.MaxValue : chunk.Text.Length - 1;
        var masked = CardNumber.Replace(chunk.Text, found => found.Index + found.Length < end ? Mask(found) : found.Value);
        if (masked == chunk.Text)
            return HookResult.Continue;
        chunk.Text = masked;
        return HookResult.Modified;
    }

    private static string Mask(string text) => CardNumber.Replace(text, Mask);

    private static string Mask(Match found) => $"[card ending in {found.Value[^4..]}]";

    [GeneratedRegex(@"\b(?:\d[ -]?){11,18}\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex CardNumber { get; }
}
