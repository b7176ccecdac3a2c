using System.Text.Json;
using Hooks;
using Hooks.Commands;

namespace NativeGuard;

/// <summary>What a payload tells the hooks to do: the first of its texts that begins with a known word and a colon, <c>deny: not here</c>.</summary>
internal readonly record struct Order(string Word, string Rest)
{
    private static readonly string[] Words =
    [
        "deny", "ask", "allow", "rewrite", "approved", "remove", "context", "replace", "retry", "redirect", "stop", "narrow", "throw", "hang", "block", "burn", "print", "raw", "exit", "crash", "linger",
    ];

    public static Order In(HookContext context) => context.GetHostPayload() is { } payload && Find(payload.Root) is { } order ? order : default;

    private static Order? Find(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                var text = element.GetString()!;
                var end = text.IndexOf(": ", StringComparison.Ordinal);
                return end > 0 && Words.Contains(text[..end]) ? new(text[..end], text[(end + 2)..]) : null;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    if (Find(member.Value) is { } order)
                        return order;
                }

                return null;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    if (Find(item) is { } order)
                        return order;
                }

                return null;
            default:
                return null;
        }
    }
}
