using System.Text;
using System.Text.RegularExpressions;
using Hooks;

namespace Litware.Privacy;

/// <summary>Personal data leaves neither for the model nor for the user's screen.</summary>
public static partial class PersonalData
{
    [Hook(HookPoint.BeforeModelCall, Name = "redact-messages", Priority = HookPriority.Highest, Description = "Masks e-mail addresses and card numbers in what the model reads.")]
    public static HookResult RedactMessages(ModelCallContext call)
    {
        var changed = false;
        for (var i = 0; i < call.Messages.Count; i++)
        {
            var message = call.Messages[i];
            var clean = Redact(message.Content);
            if (ReferenceEquals(clean, message.Content))
                continue;
            call.Messages[i] = message with { Content = clean };
            changed = true;
        }

        if (call.SystemPrompt is { Length: > 0 } prompt)
        {
            var clean = Redact(prompt);
            changed |= !ReferenceEquals(clean, prompt);
            call.SystemPrompt = clean;
        }

        return changed ? HookResult.Modified : HookResult.Continue;
    }

    [Hook(HookPoint.AfterModelCall, Name = "redact-answer", Priority = HookPriority.Highest)]
    public static HookResult RedactAnswer(ModelCallContext call)
    {
        if (string.IsNullOrEmpty(call.ResponseText))
            return HookResult.Skipped;
        var clean = Redact(call.ResponseText);
        if (clean == call.ResponseText)
            return HookResult.Continue;
        call.ResponseText = clean;
        return HookResult.Modified;
    }

    [Hook(HookPoint.ToolResultReady, Name = "redact-result", Priority = HookPriority.Highest)]
    public static HookResult RedactResult(ToolCallContext call)
    {
        switch (call.Result)
        {
            case string text when Redact(text) is var clean && !ReferenceEquals(clean, text):
                call.Result = clean;
                return HookResult.Modified;
            case IReadOnlyList<string> lines:
                var cleaned = lines.Select(Redact).ToList();
                if (cleaned.SequenceEqual(lines))
                    return HookResult.Continue;
                call.Result = cleaned;
                return HookResult.Modified;
            default:
                return HookResult.Continue;
        }
    }

    [Hook(HookPoint.BeforeToolCall, Name = "redact-arguments", Priority = HookPriority.Highest, Tools = "@fetch|send_*|mcp__slack__*")]
    public static HookResult RedactArguments(ToolCallContext call)
    {
        var result = HookResult.Continue;
        foreach (var (name, value) in call.Arguments)
        {
            if (value is string text && Redact(text) is var clean && clean != text)
            {
                call.Arguments[name] = clean;
                result = HookResult.Modified;
            }
        }

        return result;
    }

    private static string Redact(string text)
    {
        var clean = Email().Replace(text, "[e-mail]");
        return CardNumber().Replace(clean, match => IsCard(match.ValueSpan) ? "[card]" : match.Value);
    }

    private static bool IsCard(ReadOnlySpan<char> text)
    {
        var digits = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
                digits.Append(character);
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
        }

        return digits.Length is >= 13 and <= 19 && sum % 10 == 0;
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?:\d[ -]?){13,19}\b")]
    private static partial Regex CardNumber();
}
