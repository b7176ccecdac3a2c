using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>What System.Text.Json knows about the built-in contexts, generated when the library is compiled.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(AgentContext))]
[JsonSerializable(typeof(BudgetContext))]
[JsonSerializable(typeof(CompactionContext))]
[JsonSerializable(typeof(ErrorContext))]
[JsonSerializable(typeof(EventContext))]
[JsonSerializable(typeof(FileContext))]
[JsonSerializable(typeof(JobContext))]
[JsonSerializable(typeof(ModelCallContext))]
[JsonSerializable(typeof(ModelSwitchContext))]
[JsonSerializable(typeof(NotificationContext))]
[JsonSerializable(typeof(PermissionContext))]
[JsonSerializable(typeof(PromptContext))]
[JsonSerializable(typeof(SessionContext))]
[JsonSerializable(typeof(StateContext))]
[JsonSerializable(typeof(StreamChunkContext))]
[JsonSerializable(typeof(SystemContext))]
[JsonSerializable(typeof(ToolCallContext))]
[JsonSerializable(typeof(ToolDiscoveryContext))]
[JsonSerializable(typeof(TurnContext))]
[JsonSerializable(typeof(WorkflowContext))]
internal sealed partial class HookContextJsonTypes : JsonSerializerContext;
