namespace Hooks;

/// <summary>What is known about a hook point, built-in or custom.</summary>
public sealed class HookPointInfo
{
    /// <summary>Describes a point; the generated table does so for custom points.</summary>
    /// <param name="point">The built-in point, or null for a custom one.</param>
    /// <param name="name">The point's name.</param>
    /// <param name="eventName">Its dotted event name.</param>
    /// <param name="contextType">The class of its contexts.</param>
    /// <param name="allowed">
    /// The results that its hooks may give; none makes it observe-only, and any others bring Continue, Skipped, Modified
    /// and Cancel along.
    /// </param>
    /// <param name="onFailure">What a failed verdict-giving hook becomes at a blocking point: everything but Continue is Block.</param>
    public HookPointInfo(HookPoint? point, string name, string eventName, Type contextType, HookResultKinds allowed, HookFailurePolicy onFailure)
    {
        Point = point;
        Name = name;
        EventName = eventName;
        ContextType = contextType;
        Allowed = allowed == HookResultKinds.None ? allowed : allowed | HookResultKinds.Verdict;
        OnFailure = IsBlocking && onFailure != HookFailurePolicy.Continue ? HookFailurePolicy.Block : HookFailurePolicy.Continue;
    }

    /// <summary>The built-in point, or null for a custom one.</summary>
    public HookPoint? Point { get; }

    /// <summary>The member of <see cref="HookPoint"/>, or for a custom point its event name.</summary>
    public string Name { get; }

    /// <summary>The dotted name under which the point's moment is known.</summary>
    public string EventName { get; }

    /// <summary>The class of the contexts that the point hands to its hooks.</summary>
    public Type ContextType { get; }

    /// <summary>The results that its hooks may give; <see cref="HookResultKinds.None"/> at an observe-only point.</summary>
    public HookResultKinds Allowed { get; }

    /// <summary>Whether hooks may answer with a <see cref="HookResult"/> that changes what happens.</summary>
    public bool IsBlocking => Allowed != HookResultKinds.None;

    /// <summary>
    /// What a failed verdict-giving hook becomes by default: <see cref="HookFailurePolicy.Block"/> or
    /// <see cref="HookFailurePolicy.Continue"/>.
    /// </summary>
    public HookFailurePolicy OnFailure { get; }

    /// <summary>Whether hooks may give this answer here.</summary>
    /// <param name="kind">The answer.</param>
    public bool Allows(HookResultKind kind) => ((int)Allowed >> (int)kind & 1) != 0;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
