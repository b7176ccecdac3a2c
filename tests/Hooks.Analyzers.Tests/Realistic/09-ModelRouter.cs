using Hooks;

namespace Proseware.Routing;

public sealed record Route(string Model, int MaxTokens, bool IsLocal);

/// <summary>Sends each call to the model, tool or agent that suits it.</summary>
public sealed class ModelRouter
{
    private readonly IReadOnlyList<Route> _routes;

    public ModelRouter()
        : this([new("qwen-local", 8_000, true), new("sonnet", 200_000, false), new("gemini", 1_000_000, false)])
    {
    }

    public ModelRouter(IReadOnlyList<Route> routes) => _routes = routes;

    [Hook(HookPoint.BeforeModelCall, Name = "route", Description = "The smallest model that the messages fit into.")]
    public HookResult RouteBySize(ModelCallContext call)
    {
        var tokens = call.Messages.Sum(message => message.Content.Length) / 4;
        var isPrivate = call.Items.TryGetValue("private", out var flag) && flag is true;
        var route = _routes.FirstOrDefault(route => tokens < route.MaxTokens && (route.IsLocal || !isPrivate));
        if (route is null)
            return HookResult.Cancel(isPrivate ? "this may only go to a local model, and it is too long for it" : "no model takes a prompt of this length");
        return route.Model == call.Model ? HookResult.Continue : HookResult.Redirect(route.Model);
    }

    [Hook(HookPoint.BeforeToolCall, Name = "prefer-ripgrep", Tools = "Grep|search_file_content")]
    public static HookResult PreferRipgrep(ToolCallContext call)
    {
        if (!OperatingSystem.IsLinux())
            return HookResult.Skipped;
        return HookResult.Redirect("rg");
    }

    [Hook(HookPoint.BeforeAgentExecution, Name = "route-agents")]
    public static HookResult RouteAgents(AgentContext agent) => agent.AgentType switch
    {
        "legacy-planner" => HookResult.Redirect("planner"),
        null or "" => HookResult.Cancel("an agent without a type cannot be routed"),
        _ => HookResult.Continue,
    };

    [Hook(HookPoint.ModelSwitch, Name = "ask-before-upgrade")]
    public HookResult AskBeforeUpgrade(ModelSwitchContext change)
    {
        if (change.EstimatedCost is { } cost && cost > 1m)
            return HookResult.Ask($"{change.ToModel} would cost about {cost:0.00} USD");
        if (_routes.Any(route => route.Model == change.ToModel && route.MaxTokens < change.ContextTokens))
        {
            change.ToModel = _routes[^1].Model;
            return HookResult.Modified;
        }

        return HookResult.Continue;
    }

    [Hook(HookPoint.ProviderSwitch, Name = "note-provider")]
    public static void NoteProvider(ModelSwitchContext change) =>
        change.AddContext($"The provider is now {change.ToProvider ?? "unknown"}; tool names may differ.");
}
