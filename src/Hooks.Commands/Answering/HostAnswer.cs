using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>What is said to an agent, in words that it has: a decision with everything replaced that the agent cannot express.</summary>
internal sealed class HostAnswer
{
    /// <summary>What is said; <see cref="HostAnswers.None"/> is no opinion. Changes, context and approval are beside it.</summary>
    public HostAnswers Kind { get; set; }

    /// <summary>The reason, which denials, questions and prompts have.</summary>
    public string Reason { get; set; } = Decision.GenericReason;

    /// <summary>What stands in the place of something.</summary>
    public object? Value { get; set; }

    /// <summary>Whether the value is the reason for which a result is kept from the model.</summary>
    public bool IsWithheld { get; set; }

    /// <summary>The whole arguments if they have changed.</summary>
    public HookArguments? Arguments { get; set; }

    /// <summary>The context as the fire has left it, if hooks have changed other data of it than arguments.</summary>
    public HookContext? Changed { get; set; }

    /// <summary>Text for the model, joined.</summary>
    public string? AddedContext { get; set; }

    /// <summary>What could not be expressed, and what is said instead.</summary>
    public List<string> Notices { get; } = [];
}
