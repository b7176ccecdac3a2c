using System.Diagnostics.CodeAnalysis;
using Hooks;

namespace GuardedAgent.Guards;

/// <summary>Decides what of a tool's results and errors the model, and the audit file, may see.</summary>
internal static class ResultScreening
{
    private const int MaxLength = 2_000;

    // One hook masks and shortens: after a first Replace, the Replace of a second hook would be ignored.
    [Hook(HookPoint.ToolResultReady, Name = "screen-results", Description = "Masks secrets in results and shortens long ones.")]
    public static HookResult ScreenResult(ToolCallContext call)
    {
        if (call.Result is not string result || !TryScreen(result, out var screened, out var reason))
            return HookResult.Continue;

        // The model learns that it does not see everything.
        call.AddContext(reason);
        return HookResult.Replace(screened, reason);
    }

    [Hook(HookPoint.ToolError, Name = "screen-errors", Description = "Masks secrets in error messages and shortens long ones.")]
    public static HookResult ScreenError(ToolCallContext call)
    {
        if (call.ErrorMessage is not { } message || !TryScreen(message, out var screened, out _))
            return HookResult.Continue;
        call.ErrorMessage = screened;
        return HookResult.Modified;
    }

    private static bool TryScreen(string text, [NotNullWhen(true)] out string? screened, [NotNullWhen(true)] out string? reason)
    {
        var redacted = Secrets.Redact(text);
        reason = redacted.Length > MaxLength ? $"shortened from {text.Length} characters"
            : ReferenceEquals(redacted, text) ? null : "secrets masked";
        screened = reason is null ? null : Shorten(redacted);
        return reason is not null;
    }

    private static string Shorten(string text) => text.Length <= MaxLength ? text
        : $"{text[..(MaxLength / 2)]}\n[... {text.Length - MaxLength} characters left out ...]\n{text[^(MaxLength / 2)..]}";
}
