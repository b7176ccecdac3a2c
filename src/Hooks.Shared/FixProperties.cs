namespace Hooks.Shared;

/// <summary>What rules write into a diagnostic for their fixes.</summary>
internal static class FixProperties
{
    /// <summary>HOOK001, HOOK003, HOOK116: <c>Task</c> or <c>ValueTask</c> where the hook returns one; nothing where it returns at once.</summary>
    public const string Wrapper = nameof(Wrapper);

    /// <summary>HOOK001: there where every point of the method takes a verdict. HOOK003: there where none does.</summary>
    public const string Verdict = nameof(Verdict);

    /// <summary>HOOK002, HOOK004: which mistake it is. HOOK116: there where a null task is returned.</summary>
    public const string Cause = nameof(Cause);

    /// <summary>HOOK002: the class of contexts to take, by its metadata name.</summary>
    public const string Context = nameof(Context);

    /// <summary>HOOK003: the point that is hooked now; and the blocking points to hook instead, separated by <c>|</c>.</summary>
    public const string Point = nameof(Point);

    /// <inheritdoc cref="Point"/>
    public const string OtherPoints = nameof(OtherPoints);

    /// <summary>HOOK104: the argument to append.</summary>
    public const string Argument = nameof(Argument);

    /// <summary>HOOK111: there where Cancel means that something must not happen.</summary>
    public const string CancelDenies = nameof(CancelDenies);

    /// <summary>HOOK101: the text to write at the marked place, and which kind of mistake is mended.</summary>
    public const string Replacement = nameof(Replacement);

    /// <inheritdoc cref="Replacement"/>
    public const string Kind = nameof(Kind);

    /// <summary>HOOK101: the kind of a permission rule, of which only the tool's name is kept.</summary>
    public const string PermissionRule = nameof(PermissionRule);

    /// <summary>HOOK201: the names for <c>After</c>, separated by <c>|</c>; nothing where one cannot be written there.</summary>
    public const string After = nameof(After);

    /// <summary>HOOK201: the priority that leaves the order as it is; nothing where none does.</summary>
    public const string Priority = nameof(Priority);
}
