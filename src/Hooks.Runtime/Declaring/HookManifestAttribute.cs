using System.ComponentModel;

namespace Hooks;

/// <summary>Lists one hook of the assembly, in names and numbers, for the tables of assemblies that reference it. Written by the generator.</summary>
/// <param name="format">The format of the manifest, now <see cref="CurrentFormat"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class HookManifestAttribute(int format) : Attribute
{
    /// <summary>The format that this version writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the manifest.</summary>
    public int Format { get; } = format;

    /// <summary>The number of a built-in point; 0 for a custom one.</summary>
    public int Point { get; set; }

    /// <summary>The point's name.</summary>
    public string? PointName { get; set; }

    /// <summary>The point's event name.</summary>
    public string? EventName { get; set; }

    /// <summary>The point's class of contexts, as C# writes it.</summary>
    public string? Context { get; set; }

    /// <summary>The results that the point allows: the number of <see cref="HookResultKinds"/>.</summary>
    public int Allowed { get; set; }

    /// <summary>What a failed verdict-giving hook becomes at the point: the number of <see cref="HookFailurePolicy"/>.</summary>
    public int PointOnFailure { get; set; }

    /// <summary>The hook's name.</summary>
    public string? Name { get; set; }

    /// <summary>The full name of the declaring type.</summary>
    public string? TypeName { get; set; }

    /// <summary>The declaring type, as C# writes it.</summary>
    public string? Type { get; set; }

    /// <summary>The method's name.</summary>
    public string? Method { get; set; }

    /// <summary>The full names of the parameter types.</summary>
    public string? Parameters { get; set; }

    /// <summary>The type of the context parameter, as C# writes it.</summary>
    public string? ContextParameter { get; set; }

    /// <summary>What the method returns: 0 nothing, 1 Task, 2 ValueTask, 3 HookResult, 4 and 5 a Task or ValueTask of it.</summary>
    public int Returns { get; set; }

    /// <summary>Whether the method takes a cancellation token.</summary>
    public bool TakesToken { get; set; }

    /// <summary>Whether the method is called on an object.</summary>
    public bool IsInstance { get; set; }

    /// <summary>Whether that object can be made with a constructor without parameters.</summary>
    public bool CanCreate { get; set; }

    /// <summary>The public class that leads to the hook, as C# writes it.</summary>
    public string? Thunks { get; set; }

    /// <summary>The number of the method there.</summary>
    public int Thunk { get; set; }

    /// <summary>For an object whose class is not public: the number of the methods that make it.</summary>
    public int OwnerKey { get; set; }

    /// <inheritdoc cref="HookDescriptor.Description"/>
    public string? Description { get; set; }

    /// <inheritdoc cref="HookDescriptor.Priority"/>
    public int Priority { get; set; }

    /// <inheritdoc cref="HookDescriptor.Tools"/>
    public string? Tools { get; set; }

    /// <inheritdoc cref="HookDescriptor.After"/>
    public string? After { get; set; }

    /// <inheritdoc cref="HookDescriptor.Before"/>
    public string? Before { get; set; }

    /// <summary>The declared failure policy: the number of <see cref="HookFailurePolicy"/>.</summary>
    public int OnFailure { get; set; }

    /// <inheritdoc cref="HookDescriptor.TimeoutMilliseconds"/>
    public int TimeoutMilliseconds { get; set; }

    /// <inheritdoc cref="HookDescriptor.Retries"/>
    public int Retries { get; set; }

    /// <inheritdoc cref="HookDescriptor.Background"/>
    public bool Background { get; set; }

    /// <inheritdoc cref="HookDescriptor.CircuitBreaker"/>
    public bool CircuitBreaker { get; set; }
}
