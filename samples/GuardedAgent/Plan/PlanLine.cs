using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Hooks;

namespace GuardedAgent.Plan;

/// <summary>The format of a line: <c>{"tool": "read_file", "arguments": {"path": "README.md"}, "say": "optional"}</c>.</summary>
internal static class PlanLine
{
    public static bool TryParse(string line, [NotNullWhen(true)] out PlanStep? step, [NotNullWhen(false)] out string? error)
    {
        step = null;
        try
        {
            using var document = JsonDocument.Parse(line, new() { MaxDepth = HookArguments.MaxDepth });
            error = document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, out step)
                : "a JSON object was expected";
        }
        catch (JsonException exception)
        {
            error = $"not valid JSON at byte {exception.BytePositionInLine}";
        }
        catch (ArgumentException exception)
        {
            error = exception.Message;
        }

        return error is null && step is not null;
    }

    // Returns what is wrong. Unknown names are errors: a mistyped "arguments" would silently call without any.
    private static string? Read(JsonElement line, out PlanStep? step)
    {
        step = null;
        string? tool = null, say = null;
        HookArguments? arguments = null;
        foreach (var member in line.EnumerateObject())
        {
            switch (member.Name, member.Value.ValueKind)
            {
                case ("tool", JsonValueKind.String) when member.Value.GetString() is { Length: > 0 } name:
                    tool = name;
                    break;
                case ("say", JsonValueKind.String):
                    say = member.Value.GetString();
                    break;
                case ("arguments", JsonValueKind.Object):
                    arguments = new(member.Value);
                    break;
                case ("tool" or "say", _):
                    return $"\"{member.Name}\" has to be a string";
                case ("arguments", _):
                    return "\"arguments\" has to be an object";
                default:
                    return $"\"{member.Name}\" is not known; there are \"tool\", \"arguments\" and \"say\"";
            }
        }

        if (tool is null)
            return "\"tool\" is missing";
        step = new(tool, arguments ?? new(), say);
        return null;
    }
}
