using Guard.Secrets;
using Hooks;

namespace Guard.Rules;

/// <summary>Keeps secrets out of prompts, which go to a model, and out of arguments, which go to tools, logs and transcripts.</summary>
internal static class SecretRule
{
    [Hook(HookPoint.BeforeTurn, Name = "no-secrets-in-prompts", Priority = HookPriority.High, Description = "Denies prompts with keys and tokens in them.")]
    public static HookResult CheckPrompt(TurnContext turn) =>
        Judge(turn.Prompt, "the prompt has what looks like a secret: {0}. It was not sent; say where the secret is kept instead");

    [Hook(HookPoint.BeforeToolCall, Name = "no-secrets-in-arguments", Priority = HookPriority.High, Description = "Denies calls with keys and tokens in their arguments.")]
    public static HookResult CheckArguments(ToolCallContext call) =>
        Judge(call.Arguments, "the arguments have what looks like a secret: {0}. Let the program read it from where it is kept");

    private static HookResult Judge(object? value, string reason) =>
        Objection.Answer(FindIn(value) is { } name ? [Objection.Deny(reason.Replace("{0}", name, StringComparison.Ordinal))] : []);

    private static string? FindIn(object? value)
    {
        switch (value)
        {
            case string text:
                return SecretText.FindIn(text);
            case HookArguments arguments:
                foreach (var (name, item) in arguments)
                {
                    if ((SecretText.FindIn(name) ?? FindIn(item)) is { } found)
                        return found;
                }

                return null;
            case IReadOnlyList<object?> list:
                return list.Select(FindIn).FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }
}
