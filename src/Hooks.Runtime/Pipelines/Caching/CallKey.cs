using System.Globalization;
using System.Text;

namespace Hooks;

/// <summary>
/// What a cached result is kept under: the kind of call, whose it is unless it is shared, and what decides the result.
/// Every part says how long it is, so that no two different calls have the same key.
/// </summary>
internal static class CallKey
{
    /// <summary>Longer keys are not kept: the agent decides how long its arguments are.</summary>
    public const int MaxLength = 64 * 1024;

    /// <returns>The key; null if the call has to be made and its result not kept, because nobody knows whose it is, or it is too long.</returns>
    public static string? Of(ToolCallContext call, HookCache policy) => Of(
        "tool", call, policy,
        key => Append(Append(key, call.ServerName), call.ToolName),
        key => Append(Append(key, call.WorkingDirectory), CanonicalJson.Of(call.Arguments)));

    /// <inheritdoc cref="Of(ToolCallContext, HookCache)"/>
    public static string? Of(ModelCallContext call, HookCache policy) => Of("model", call, policy, key => Append(Append(key, call.Provider), call.Model), key =>
    {
        Append(Append(Append(key, call.SystemPrompt), CanonicalJson.Of(call.Options)), call.ContentKey);
        AppendAll(key, call.ToolNames);
        foreach (var message in call.Messages)
            Append(Append(key, message.Role), message.Content);
        return key;
    });

    /// <inheritdoc cref="Of(ToolCallContext, HookCache)"/>
    public static string? Of(AgentContext run, HookCache policy) => Of(
        "agent", run, policy,
        key => Append(Append(key, run.AgentName), run.AgentType),
        key => Append(Append(Append(key, run.Model), run.Instructions), run.Task));

    /// <inheritdoc cref="Of(ToolCallContext, HookCache)"/>
    public static string? Of(StateContext read, HookCache policy) => Of("state", read, policy, key => Append(key, read.Scope), key => Append(key, read.Key));

    /// <summary>The key of a workflow or stage; its input may be any object, so that only a hook can say what decides its output.</summary>
    /// <param name="kind">Which of both it is.</param>
    /// <param name="run">The workflow or stage.</param>
    /// <param name="policy">What the hook says.</param>
    public static string? Of(string kind, WorkflowContext run, HookCache policy) =>
        policy.Key is null ? null : Of(kind, run, policy, key => Append(Append(key, run.WorkflowName), run.Stage), key => key);

    private static string? Of(string kind, HookContext context, HookCache policy, Func<StringBuilder, StringBuilder> target, Func<StringBuilder, StringBuilder> derive)
    {
        if (!policy.Shared && string.IsNullOrEmpty(context.SessionId))
            return null;
        var key = new StringBuilder();
        Append(key, kind);
        Append(key, policy.Shared ? "shared" : "own");
        if (!policy.Shared)
            Append(Append(Append(key, context.SessionId), context.AgentId), context.AgentName);
        target(key);
        Append(key, policy.Key is null ? "derived" : "named");
        if (policy.Key is { } given)
            Append(key, given);
        else
            derive(key);
        return key.Length <= MaxLength ? key.ToString() : null;
    }

    private static void AppendAll(StringBuilder key, IReadOnlyList<string>? parts)
    {
        Append(key, parts?.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var part in parts ?? [])
            Append(key, part);
    }

    private static StringBuilder Append(StringBuilder key, string? part) =>
        part is null ? key.Append('-') : key.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
}
