using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tools;

/// <summary>The tools that a request offers to the model, after hooks have taken some away.</summary>
internal static class OfferedTools
{
    /// <summary>Lets hooks take tools away.</summary>
    /// <returns>What is left; null where nobody was asked.</returns>
    public static async ValueTask<ToolDiscoveryContext?> NarrowAsync(
        HookDispatcher dispatcher, HookedChatClientOptions options, ChatOptions? request, string? model, string? prompt, CancellationToken cancellationToken)
    {
        if (request?.Tools is not { Count: > 0 } tools || !(dispatcher.ShouldFire(HookPoint.BeforeToolDiscovery) || dispatcher.ShouldFire(HookPoint.AfterToolDiscovery)))
            return null;
        return await dispatcher.NarrowToolsAsync(
            new()
            {
                AgentName = options.AgentName,
                AgentId = options.AgentId,
                SessionId = options.SessionOf(request),
                Services = options.Services,
                ToolNames = [.. tools.Select(tool => tool.Name)],
                Model = model,
                Prompt = prompt,
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The tools with these names, functions among them with hooks around them.</summary>
    public static List<AITool> Offer(
        IEnumerable<AITool> tools, IReadOnlyCollection<string>? names, ToolRequest request, HookDispatcher dispatcher) =>
    [
        .. tools
            .Where(tool => names is null || names.Contains(tool.Name, StringComparer.OrdinalIgnoreCase))
            .Select(tool => tool.GetService<AIFunction>() is { } function ? HookedAIFunction.In(request, function, dispatcher) : tool),
    ];
}
