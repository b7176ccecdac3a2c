namespace Hooks;

/// <summary>Describes a hook point: on the members of <see cref="HookPoint"/>, and on the context class of a custom point.</summary>
/// <param name="eventName">The dotted name under which the point's moment is known, for example <c>deploy.before</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field, AllowMultiple = false, Inherited = false)]
public sealed class HookPointAttribute(string eventName) : Attribute
{
    /// <summary>The dotted name under which the point's moment is known.</summary>
    public string EventName { get; } = eventName;

    /// <summary>Whether hooks may answer with a <see cref="HookResult"/>. Default: false, hooks only observe.</summary>
    public bool Blocking { get; set; }

    /// <summary>
    /// The results that hooks of a blocking point may give. Default: <see cref="HookResultKinds.Approval"/> at a
    /// blocking point. Continue, Skipped, Modified and Cancel are always allowed there.
    /// </summary>
    public HookResultKinds Allowed { get; set; }

    /// <summary>
    /// What a failed verdict-giving hook becomes: <see cref="HookFailurePolicy.Block"/>, which is also the default at
    /// a blocking point, or <see cref="HookFailurePolicy.Continue"/>.
    /// </summary>
    public HookFailurePolicy OnFailure { get; set; }

    /// <summary>The context that the point hands to its hooks; ignored on a class, which is the context itself.</summary>
    public Type? Context { get; set; }
}
