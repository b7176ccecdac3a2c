using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>What agents write at their events, in the short form of <see cref="SchemaNotation"/>. More may come; only what is always there is required.</summary>
internal static class PayloadShapes
{
    private const string Tool = " tool_name!:s tool_input!:x";

    private static readonly string[] Bases =
    [
        "session_id!:s transcript_path!:s cwd!:s hook_event_name!:s prompt_id:s permission_mode:s effort{level:s} agent_id:s agent_type:s scratchpad_dir:s",
        "session_id!:s turn_id:s transcript_path:s? cwd!:s hook_event_name!:s model:s permission_mode:s agent_id:s agent_type:s",
        "session_id!:s transcript_path!:s cwd!:s hook_event_name!:s timestamp!:s",
        "hook_event_name!:s session_id!:s timestamp!:s cwd!:s transcript_path:s",
        "conversation_id!:s generation_id:s session_id:s hook_event_name!:s model:s model_id:s cursor_version:s workspace_roots:a user_email:s? transcript_path:s?",
    ];

    /// <summary>The members of an event's payload.</summary>
    public static string Of(CodingAgent agent, HostEvent hostEvent) => agent == CodingAgent.Codex && hostEvent.Moment == HostMoment.TurnEnd
        ? "type!=agent-turn-complete turn-id:s input-messages:a last-assistant-message:s?"
        : Bases[(int)agent] + (agent == CodingAgent.Cursor ? OfCursor(hostEvent) : Common(agent, hostEvent));

    private static string Common(CodingAgent agent, HostEvent hostEvent) => hostEvent.Moment switch
    {
        HostMoment.SessionStart => agent switch
        {
            CodingAgent.ClaudeCode => " source!:s model:s session_title:s seconds_since_last_response:n context_tokens:n prompt_cache_likely_expired:b estimated_cache_write_usd:n",
            CodingAgent.CopilotCli => " source:s initial_prompt:s",
            _ => " source:s",
        },
        HostMoment.SessionEnd => " reason:s",
        HostMoment.Prompt => " prompt!:s" + (agent == CodingAgent.ClaudeCode ? " source:s session_title:s" : string.Empty),
        HostMoment.ModelCall => " llm_request!{model:s messages:a config:o}",
        HostMoment.ModelChunk => " llm_request!{model:s messages:a config:o} llm_response!:o",
        HostMoment.ToolSelection => " llm_request!:o",
        HostMoment.ToolCall => Tool + (agent switch
        {
            CodingAgent.ClaudeCode => " tool_use_id:s mcp_server{name:s source:s}",
            CodingAgent.Codex => " tool_use_id:s",
            CodingAgent.GeminiCli => " mcp_context:o original_request_name:s",
            _ => string.Empty,
        }),
        HostMoment.ToolResult => Tool + (agent == CodingAgent.CopilotCli ? " tool_result{result_type:s text_result_for_llm:s}" : " tool_response:x tool_use_id:s duration_ms:n"),
        HostMoment.ToolFailure => Tool + " tool_use_id:s error:x is_interrupt:b duration_ms:n",
        HostMoment.PermissionRequest => Tool + (agent == CodingAgent.ClaudeCode ? " permission_suggestions:a" : string.Empty),
        HostMoment.PermissionDenied => Tool + " tool_use_id:s reason:s",
        HostMoment.Notification => " notification_type:s message:s title:s" + (agent == CodingAgent.GeminiCli ? " details:x" : string.Empty),
        HostMoment.SubagentStop => " stop_hook_active:b agent_transcript_path:s last_assistant_message:s? background_tasks:a session_crons:a",
        HostMoment.Stop => agent == CodingAgent.GeminiCli ? " prompt:s prompt_response:s stop_hook_active:b"
            : " stop_hook_active:b stop_reason:s last_assistant_message:s? background_tasks:a session_crons:a",
        HostMoment.Error => agent == CodingAgent.CopilotCli ? " error!{message:s name:s stack:s} error_context:s recoverable:b" : " error!:s error_details:s last_assistant_message:s",
        HostMoment.ConfigurationChange => " source:s file_path:s",
        HostMoment.FileChanged => " file_path!:s event:s",
        HostMoment.Compaction => " trigger:s custom_instructions:s?",
        HostMoment.CompactionEnd => " trigger:s compact_summary:s",
        HostMoment.ModelSwitch => ModelSwitch,
        HostMoment.Custom => OfCustom(hostEvent.Name),
        _ => string.Empty,
    };

    private const string ModelSwitch =
        " from_model:s to_model!:s requested_model:s? source:s context_tokens:n prompt_cache_warm:b cache_ttl:s estimated_cache_write_usd:n pricing:s";

    private static string OfCustom(string name) => name switch
    {
        "Setup" => " trigger:s",
        "InstructionsLoaded" => " file_path:s memory_type:s load_reason:s globs:a trigger_file_path:s parent_file_path:s",
        "UserPromptExpansion" => " expansion_type:s command_name:s command_args:s command_source:s prompt:s",
        "MessageDisplay" => " turn_id:s message_id:s index:n final:b delta!:s",
        "PostToolBatch" => " tool_calls!:a",
        "TaskCreated" or "TaskCompleted" => " task_id!:s task_subject:s task_description:s teammate_name:s team_name:s",
        "TeammateIdle" => " teammate_name:s team_name:s",
        "CwdChanged" => " old_cwd:s new_cwd:s",
        "DirectoryAdded" => " directory:s source:s",
        "WorktreeCreate" => " name!:s",
        "WorktreeRemove" => " worktree_path:s",
        "PostModelSwitch" => ModelSwitch,
        "Elicitation" => " mcp_server_name!:s message:s mode:s url:s requested_schema:o elicitation_id:s",
        "ElicitationResult" => " mcp_server_name!:s action:s content:o mode:s elicitation_id:s",
        "UserPromptTransformed" => " prompt:s transformedPrompt:s transformed_prompt:s",
        _ => string.Empty,
    };

    private static string OfCursor(HostEvent hostEvent) => hostEvent.Name switch
    {
        "sessionStart" => " composer_mode:s",
        "sessionEnd" => " reason:s duration_ms:n",
        "preToolUse" => Tool + " tool_use_id:s cwd:s",
        "postToolUse" => Tool + " tool_output:s tool_use_id:s duration:n cwd:s",
        "postToolUseFailure" => Tool + " error_message:s failure_type:s tool_use_id:s duration:n",
        "beforeShellExecution" or "afterShellExecution" => " command!:s cwd:s output:s duration:n",
        "beforeMCPExecution" or "afterMCPExecution" => " tool_name!:s tool_input:x result_json:s duration:n",
        "beforeReadFile" or "beforeTabFileRead" => " file_path!:s content:s",
        "afterFileEdit" or "afterTabFileEdit" => " file_path!:s edits:a",
        "beforeSubmitPrompt" => " prompt!:s attachments:a",
        "stop" => " status:s loop_count:n",
        "subagentStart" or "subagentStop" => " subagent_type:s status:s loop_count:n modified_files:a summary:s",
        "afterAgentResponse" or "afterAgentThought" => " text!:s",
        _ => string.Empty,
    };
}
