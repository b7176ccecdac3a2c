using System.Text.RegularExpressions;
using Hooks;
using ModelContextProtocol.Protocol;

namespace GuardedMcpServer;

/// <summary>What this server's tools may do, and what may leave it.</summary>
internal static partial class Guards
{
    [Hook(HookPoint.BeforeToolCall, Name = "keep-customers", Tools = "delete_*", Description = "Denies deletions.")]
    public static HookResult KeepCustomers(ToolCallContext call) => HookResult.Cancel("customers are never deleted; close the account instead");

    [Hook(HookPoint.BeforeToolCall, Name = "stocktaking", Tools = "opening_hours", Description = "Answers for the calendar.")]
    public static HookResult Stocktaking(ToolCallContext call) => HookResult.Replace("closed today for stocktaking");

    [Hook(HookPoint.ToolValidation, Name = "no-cards-in", Tools = "add_note", Description = "Takes card numbers out of notes.")]
    public static HookResult NoCardsIn(ToolCallContext call)
    {
        if (!call.Arguments.TryGetString("text", out var text) || !CardNumber.IsMatch(text))
            return HookResult.Continue;
        call.Arguments["text"] = Mask(text);
        return HookResult.Modified;
    }

    // One text is a string here, anything richer the server's own result. What this cannot read, it does not let out.
    [Hook(HookPoint.ToolResultReady, Name = "no-cards-out", Description = "Takes card numbers out of results.")]
    public static HookResult NoCardsOut(ToolCallContext call) => call.Result switch
    {
        string text => CardNumber.IsMatch(text) ? HookResult.Replace(Mask(text), "card number") : HookResult.Continue,
        CallToolResult { StructuredContent: null } rich when rich.Content.All(block => block is TextContentBlock) => HookResult.Replace(Mask(rich)),
        _ => HookResult.Cancel("this result cannot be checked for card numbers"),
    };

    [Hook(HookPoint.ToolError, Name = "no-cards-out", Description = "Takes card numbers out of errors.")]
    public static void NoCardsInErrors(ToolCallContext call)
    {
        if (call.ErrorMessage is { } message && CardNumber.IsMatch(message))
            call.ErrorMessage = Mask(message);
    }

    private static CallToolResult Mask(CallToolResult rich) => new()
    {
        Content = [.. rich.Content.OfType<TextContentBlock>().Select(block => new TextContentBlock { Text = Mask(block.Text), Annotations = block.Annotations })],
    };

    private static string Mask(string text) => CardNumber.Replace(text, "[card]");

    [GeneratedRegex(@"\b(?:\d[ -]?){12,18}\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex CardNumber { get; }
}
