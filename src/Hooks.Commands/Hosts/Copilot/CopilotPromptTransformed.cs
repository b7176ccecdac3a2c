using System.Text.Json.Serialization;

namespace Hooks.Commands;

/// <summary>Copilot has made a prompt of what the user wrote (<c>userPromptTransformed</c>). Replace sends another text.</summary>
[HookPoint("copilot.prompt.transformed", Blocking = true, Allowed = HookResultKinds.Recovery)]
public sealed class CopilotPromptTransformed : CustomHookContext
{
    /// <summary>What the user wrote.</summary>
    public string? Prompt { get; init; }

    /// <summary>What is about to be sent.</summary>
    public string? TransformedPrompt { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override CopilotPromptTransformed Final => (CopilotPromptTransformed)base.Final;

    internal static CopilotPromptTransformed Read(HostEventContext parent) => new()
    {
        Parent = parent,
        Prompt = parent.Payload.Text("prompt"),
        TransformedPrompt = parent.Payload.Text("transformedPrompt"),
    };
}
