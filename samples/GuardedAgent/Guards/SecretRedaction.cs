using Hooks;

namespace GuardedAgent.Guards;

/// <summary>Takes secrets out of the arguments of every call.</summary>
internal static class SecretRedaction
{
    // At validation, and first: no guard, no log and no tool ever sees what is taken out here.
    [Hook(HookPoint.ToolValidation, Name = "redact-secrets", Priority = HookPriority.Highest, Description = "Masks secrets in the arguments.")]
    public static HookResult Redact(ToolCallContext call) =>
        RedactIn(call.Arguments) ? HookResult.Modified : HookResult.Continue;

    private static bool RedactIn(HookArguments arguments)
    {
        var changed = false;
        foreach (var (name, value) in arguments)
        {
            if (!TryRedact(value, out var redacted))
                continue;
            arguments[name] = redacted;
            changed = true;
        }

        return changed;
    }

    private static bool TryRedact(object? value, out object? redacted)
    {
        redacted = value;
        switch (value)
        {
            case string text:
                redacted = Secrets.Redact(text);
                return !ReferenceEquals(text, redacted);
            case HookArguments nested:
                return RedactIn(nested);
            case IReadOnlyList<object?> list:
                var changed = false;
                redacted = list.Select(item =>
                {
                    changed |= TryRedact(item, out var better);
                    return better;
                }).ToList();
                return changed;
            default:
                return false;
        }
    }
}
