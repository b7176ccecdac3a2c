namespace Hooks;

/// <summary>What <see cref="HookJson"/> does with a value that has no JSON form, for example a tool's result that is an object of your own.</summary>
public enum HookJsonUnknown
{
    /// <summary>
    /// Throws <see cref="NotSupportedException"/>: where the JSON is to be read again (replay, bridges, storage), nothing
    /// may be lost unnoticed. Hand the value over as a <see cref="System.Text.Json.JsonElement"/> instead.
    /// </summary>
    Refuse = 0,

    /// <summary>
    /// Writes <c>{"$type":"Full.Name"}</c> in its place: for records and logs, where an entry without the value is better
    /// than none. Never the value's own text, which may hold what nobody meant to record.
    /// </summary>
    TypeName = 1,
}
