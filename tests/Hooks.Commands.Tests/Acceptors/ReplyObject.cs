using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors;

/// <summary>A JSON object of an answer. It remembers which members were read: the others were sent in vain.</summary>
internal sealed class ReplyObject
{
    private readonly OrderedDictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private readonly List<ReplyObject> _children = [];
    private readonly string _path;

    private ReplyObject(JsonElement element, string path)
    {
        _path = path;
        foreach (var member in element.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, member.Value))
                throw new ReplyShapeException($"{path}{member.Name} stands twice");
            _unread.Add(member.Name);
        }
    }

    /// <summary>The members that nobody asked for, here and below, with their paths.</summary>
    public IEnumerable<string> Unread => _members.Keys.Where(_unread.Contains).Select(name => _path + name).Concat(_children.SelectMany(child => child.Unread));

    /// <summary>Reads a whole text as one object; null if it is anything else.</summary>
    public static ReplyObject? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new ReplyObject(document.RootElement.Clone(), "") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Has(string name) => _members.ContainsKey(name);

    public JsonElement? Any(string name)
    {
        if (!_members.TryGetValue(name, out var value))
            return null;
        _unread.Remove(name);
        return value;
    }

    public string? Text(string name) => Typed(name, "a string", JsonValueKind.String)?.GetString();

    public bool? Flag(string name) => Typed(name, "true or false", JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    public double? Number(string name) => Typed(name, "a number", JsonValueKind.Number)?.GetDouble();

    /// <summary>An object that is passed on as it is.</summary>
    public JsonElement? Map(string name) => Typed(name, "an object", JsonValueKind.Object);

    public JsonElement? List(string name) => Typed(name, "an array", JsonValueKind.Array);

    /// <summary>An object of the protocol, whose own members have to be read.</summary>
    public ReplyObject? Child(string name)
    {
        if (Map(name) is not { } value)
            return null;
        var child = new ReplyObject(value, $"{_path}{name}.");
        _children.Add(child);
        return child;
    }

    public string? OneOf(string name, params string[] words)
    {
        var word = Text(name);
        return word is null || words.Contains(word) ? word : throw new ReplyShapeException($"{_path}{name} '{word}' is none of {string.Join(", ", words)}");
    }

    /// <summary>Takes back that a member was read: the host saw it and does nothing with it.</summary>
    public void Ignore(string name)
    {
        if (_members.ContainsKey(name))
            _unread.Add(name);
    }

    private JsonElement? Typed(string name, string what, params JsonValueKind[] kinds)
    {
        if (Any(name) is not { } value)
            return null;
        return kinds.Contains(value.ValueKind) ? value : throw new ReplyShapeException($"{_path}{name} is not {what}");
    }
}
