using Hooks;

namespace GuardedAgent.Plan;

/// <summary>One line of a plan: a tool call that the agent makes, and what it says before.</summary>
internal sealed record PlanStep(string Tool, HookArguments Arguments, string? Say);
