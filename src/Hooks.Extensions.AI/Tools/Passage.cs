using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tools;

/// <summary>
/// Goes with a call to hooks that stand deeper inside a function: that hooks of the same dispatcher have judged it. With
/// other arguments, or for another function, it is a call of its own.
/// </summary>
/// <param name="Function">The hooks deeper inside.</param>
/// <param name="Judged">The arguments as hooks have let them through.</param>
internal sealed record Passage(HookedAIFunction Function, HookArguments Judged)
{
    private static readonly object Key = new();

    public static Passage? In(AIFunctionArguments arguments) =>
        arguments.Context?.TryGetValue(Key, out var passage) == true ? passage as Passage : null;

    /// <summary>The context of a call with the passage in it.</summary>
    public IDictionary<object, object?> AddTo(IDictionary<object, object?>? context) =>
        new Dictionary<object, object?>(context ?? new Dictionary<object, object?>()) { [Key] = this };
}
