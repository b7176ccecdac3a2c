using System.Diagnostics;

namespace Hooks;

/// <summary>
/// The attributes of the OpenTelemetry conventions for generative AI, version 1.41.0 (in development), that contexts know.
/// Arguments, results and messages are left out: they may hold secrets.
/// </summary>
internal static class GenAiTags
{
    public static void Set(Activity span, HookContext context)
    {
        Set(span, "gen_ai.agent.id", context.AgentId);
        Set(span, "gen_ai.agent.name", context.AgentName);
        Set(span, "gen_ai.conversation.id", context.SessionId);
        switch (context)
        {
            case ToolCallContext call:
                Set(span, "gen_ai.operation.name", "execute_tool");
                Set(span, "gen_ai.tool.name", call.ToolName);
                Set(span, "gen_ai.tool.call.id", call.CallId);
                break;
            case PermissionContext call:
                Set(span, "gen_ai.operation.name", "execute_tool");
                Set(span, "gen_ai.tool.name", call.ToolName);
                Set(span, "gen_ai.tool.call.id", call.CallId);
                break;
            case ModelCallContext call:
                Set(span, "gen_ai.operation.name", "chat");
                Set(span, "gen_ai.provider.name", call.Provider);
                Set(span, "gen_ai.request.model", call.Model);
                if (call.FinishReason is { } reason)
                    span.SetTag("gen_ai.response.finish_reasons", new[] { reason });
                Set(span, call.Usage);
                break;
            case PromptContext prompt:
                Set(span, "gen_ai.provider.name", prompt.Provider);
                Set(span, "gen_ai.request.model", prompt.Model);
                break;
            case AgentContext agent:
                Set(span, "gen_ai.operation.name", "invoke_agent");
                Set(span, "gen_ai.request.model", agent.Model);
                Set(span, agent.Usage);
                break;
            case WorkflowContext workflow:
                Set(span, "gen_ai.operation.name", "invoke_workflow");
                Set(span, "gen_ai.workflow.name", workflow.WorkflowName);
                break;
        }
    }

    private static void Set(Activity span, TokenUsage? usage)
    {
        if (usage is null)
            return;
        span.SetTag("gen_ai.usage.input_tokens", usage.InputTokens);
        span.SetTag("gen_ai.usage.output_tokens", usage.OutputTokens);
    }

    private static void Set(Activity span, string name, string? value)
    {
        if (value is not null)
            span.SetTag(name, value);
    }
}
