using System.Text.Json;

namespace Hooks.Commands;

/// <summary>
/// Writes a JSON Schema of an object from a short form: members with blanks between, each a name, <c>!</c> if it has to be there, and
/// <c>:type</c> (s text, n number, b boolean, o object, a array, x anything; <c>?</c> behind it for null as well), <c>=one|other</c>
/// for certain texts, or <c>{members}</c> for an object of its own.
/// </summary>
internal ref struct SchemaNotation
{
    private readonly Utf8JsonWriter _writer;
    private readonly bool _isOpen;
    private ReadOnlySpan<char> _rest;

    private SchemaNotation(Utf8JsonWriter writer, ReadOnlySpan<char> members, bool isOpen)
    {
        _writer = writer;
        _rest = members;
        _isOpen = isOpen;
    }

    /// <summary>Writes the members of the schema into an object that has been begun.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="members">The short form.</param>
    /// <param name="isOpen">Whether there may be other members.</param>
    public static void Write(Utf8JsonWriter writer, string members, bool isOpen) => new SchemaNotation(writer, members, isOpen).WriteObject();

    private void WriteObject()
    {
        var required = new List<string>();
        _writer.WriteString("type", "object");
        _writer.WriteStartObject("properties");
        _rest = _rest.TrimStart();
        while (!_rest.IsEmpty && _rest[0] != '}')
        {
            WriteMember(required);
            _rest = _rest.TrimStart();
        }

        _rest = _rest.IsEmpty ? _rest : _rest[1..];
        _writer.WriteEndObject();
        if (required.Count > 0)
        {
            _writer.WriteStartArray("required");
            foreach (var name in required)
                _writer.WriteStringValue(name);
            _writer.WriteEndArray();
        }

        if (!_isOpen)
            _writer.WriteBoolean("additionalProperties", false);
    }

    private void WriteMember(List<string> required)
    {
        var end = _rest.IndexOfAny("!:={ ");
        var name = _rest[..end].ToString();
        _rest = _rest[end..];
        if (_rest[0] == '!')
        {
            required.Add(name);
            _rest = _rest[1..];
        }

        var kind = _rest[0];
        _rest = _rest[1..];
        _writer.WriteStartObject(name);
        if (kind == '{')
            WriteObject();
        else
            WriteType(kind, Word());
        _writer.WriteEndObject();
    }

    private ReadOnlySpan<char> Word()
    {
        var end = _rest.IndexOfAny(' ', '}');
        var word = end < 0 ? _rest : _rest[..end];
        _rest = _rest[word.Length..];
        return word;
    }

    private readonly void WriteType(char kind, ReadOnlySpan<char> word)
    {
        if (kind == '=')
        {
            _writer.WriteStartArray("enum");
            foreach (var value in word.ToString().Split('|'))
                _writer.WriteStringValue(value);
            _writer.WriteEndArray();
            return;
        }

        if (word is ['x', ..])
            return;
        var type = word[0] switch { 's' => "string", 'n' => "number", 'b' => "boolean", 'o' => "object", _ => "array" };
        if (word[^1] != '?')
        {
            _writer.WriteString("type", type);
            return;
        }

        _writer.WriteStartArray("type");
        _writer.WriteStringValue(type);
        _writer.WriteStringValue("null");
        _writer.WriteEndArray();
    }
}
