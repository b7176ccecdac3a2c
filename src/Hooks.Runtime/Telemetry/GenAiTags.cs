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
            case ModelCallContext call:
                Set(span, "gen_ai.operation.name", "chat");
                Set(span, "gen_ai.provider.name", call.Provider);
                Set(span, "gen_ai.request.model", call.Model);
                break;
            case AgentContext:
                Set(span, "gen_ai.operation.name", "invoke_agent");
                break;
            case WorkflowContext:
                Set(span, "gen_ai.operation.name", "invoke_workflow");
                break;
        }
    }

    private static void Set(Activity span, string name, string? value)
    {
        if (value is not null)
            span.SetTag(name, value);
    }
}
