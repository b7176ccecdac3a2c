using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hooks;

// The typed view. A number is converted where nothing is lost by it; text is never taken for a number, nor the reverse.
public sealed partial class HookArguments
{
    /// <summary>Reads arguments from JSON text.</summary>
    /// <param name="json">A JSON object.</param>
    /// <exception cref="JsonException">
    /// Not a JSON object; a name twice in one object (two readers of it would disagree); nested deeper than
    /// <see cref="MaxDepth"/>; text that is not valid Unicode; or a number beyond the range of <see cref="double"/>. The
    /// message says what and where.
    /// </exception>
    public static HookArguments Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(PlainValueReader.ToUtf8(json));
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="utf8Json">A JSON object, in UTF-8.</param>
    public static HookArguments Parse(ReadOnlySpan<byte> utf8Json) => PlainValueReader.ReadObject(utf8Json, MaxDepth);

    /// <summary>Gets an argument that is text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The text, or null if there is no such argument or it is not text.</param>
    /// <returns>Whether it is there and is text.</returns>
    public bool TryGetString(string name, [NotNullWhen(true)] out string? value)
    {
        TryGetValue(name, out var plain);
        value = plain as string;
        return value is not null;
    }

    /// <summary>Gets an argument that is true or false.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value, or false if there is no such argument or it is something else.</param>
    /// <returns>Whether it is there and is true or false.</returns>
    public bool TryGetBoolean(string name, out bool value)
    {
        TryGetValue(name, out var plain);
        value = plain is true;
        return plain is bool;
    }

    /// <summary>Gets an argument that is a whole number of 32 bits, however it was written (3, 3.0, 3e0).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number, or 0.</param>
    /// <returns>Whether it is there and is such a number.</returns>
    public bool TryGetInt32(string name, out int value)
    {
        var found = TryGetInt64(name, out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = found ? (int)number : 0;
        return found;
    }

    /// <summary>Gets an argument that is a whole number of 64 bits, however it was written (3, 3.0, 3e0).</summary>
    /// <inheritdoc cref="TryGetInt32"/>
    public bool TryGetInt64(string name, out long value)
    {
        TryGetValue(name, out var plain);
        return PlainNumber.TryGetInt64(plain, out value);
    }

    /// <summary>Gets an argument that is a number, as the nearest <see cref="double"/>.</summary>
    /// <inheritdoc cref="TryGetInt32"/>
    public bool TryGetDouble(string name, out double value)
    {
        TryGetValue(name, out var plain);
        return PlainNumber.TryGetDouble(plain, out value);
    }

    /// <summary>Gets an argument that is a number which <see cref="decimal"/> holds exactly.</summary>
    /// <inheritdoc cref="TryGetInt32"/>
    public bool TryGetDecimal(string name, out decimal value)
    {
        TryGetValue(name, out var plain);
        return PlainNumber.TryGetDecimal(plain, out value);
    }

    /// <summary>Gets an argument that is an object; changes to it are changes to these arguments.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The nested arguments, or null if there are none of that name.</param>
    /// <returns>Whether it is there and is an object.</returns>
    public bool TryGetArguments(string name, [NotNullWhen(true)] out HookArguments? value)
    {
        TryGetValue(name, out var plain);
        value = plain as HookArguments;
        return value is not null;
    }

    /// <summary>Gets an argument that is an array of nothing but texts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">A copy of the texts, or null if there is no such argument or it is something else.</param>
    /// <returns>Whether it is there and is an array of texts.</returns>
    public bool TryGetStrings(string name, [NotNullWhen(true)] out IReadOnlyList<string>? value)
    {
        TryGetValue(name, out var plain);
        value = plain is IReadOnlyList<object?> list && list.All(item => item is string)
            ? list.Select(item => (string)item!).ToArray()
            : null;
        return value is not null;
    }

    /// <summary>An argument that is text, or else the default.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="defaultValue">What is returned if there is no such argument, or if it is something else.</param>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public string? GetString(string name, string? defaultValue = null) => TryGetString(name, out var value) ? value : defaultValue;

    /// <summary>An argument that is true or false, or else the default.</summary>
    /// <inheritdoc cref="GetString"/>
    public bool GetBoolean(string name, bool defaultValue = false) => TryGetBoolean(name, out var value) ? value : defaultValue;

    /// <summary>An argument as <see cref="TryGetInt32"/> gets it, or else the default.</summary>
    /// <inheritdoc cref="GetString"/>
    public int GetInt32(string name, int defaultValue) => TryGetInt32(name, out var value) ? value : defaultValue;

    /// <summary>An argument as <see cref="TryGetInt64"/> gets it, or else the default.</summary>
    /// <inheritdoc cref="GetString"/>
    public long GetInt64(string name, long defaultValue) => TryGetInt64(name, out var value) ? value : defaultValue;

    /// <summary>An argument as <see cref="TryGetDouble"/> gets it, or else the default.</summary>
    /// <inheritdoc cref="GetString"/>
    public double GetDouble(string name, double defaultValue) => TryGetDouble(name, out var value) ? value : defaultValue;

    /// <summary>An argument as <see cref="TryGetDecimal"/> gets it, or else the default.</summary>
    /// <inheritdoc cref="GetString"/>
    public decimal GetDecimal(string name, decimal defaultValue) => TryGetDecimal(name, out var value) ? value : defaultValue;
}
