using System.Text.Json;

namespace Hooks;

public sealed partial class HookArguments
{
    private const int ShownLength = 200;

    /// <summary>The arguments as a JSON object.</summary>
    public string ToJson() => PlainValueWriter.ToJson(this);

    /// <summary>Writes the arguments as a JSON object.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PlainValueWriter.Write(writer, this);
    }

    /// <summary>A copy that shares nothing with these arguments.</summary>
    /// <exception cref="InvalidOperationException">They were changed by another thread meanwhile.</exception>
    public HookArguments Clone()
    {
        var (changes, names) = (Version, _namesVersion);
        var copy = new HookArguments(Count);
        foreach (var (name, value) in Entries)
            copy.Append(name, PlainValue.Clone(value));

        // Version goes up before a change, and the other after it.
        return changes == Version && names == _namesVersion
            ? copy
            : throw new InvalidOperationException("These arguments were changed while they were copied; they are not safe for several threads at once.");
    }

    /// <summary>Whether both are the same as JSON: the order of names does not matter, and 1, 1.0 and 1e0 are one number.</summary>
    /// <param name="other">The arguments to compare with.</param>
    public bool DeepEquals(HookArguments? other) => PlainValue.DeepEquals(this, other);

    /// <summary>The arguments as JSON, cut where they are long.</summary>
    public override string ToString()
    {
        var json = ToJson();
        if (json.Length <= ShownLength)
            return json;
        var end = char.IsHighSurrogate(json[ShownLength - 1]) ? ShownLength - 1 : ShownLength;
        return string.Concat(json.AsSpan(0, end), "...");
    }
}
