using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooks;

/// <summary>Contexts as JSON, each with the name of its point around it.</summary>
internal static class HookContextJson
{
    // The object with the point's name, and the context, around values that nest as deep as they may.
    private const int MaxDepth = HookArguments.MaxDepth + 2;

    public static void Write(Utf8JsonWriter writer, HookPoint point, HookContext context, HookJsonUnknown unknown)
    {
        var info = HookPoints.Get(point);
        if (context.GetType() != info.ContextType)
            throw new ArgumentException($"The context of {point} is a {info.ContextType.Name}, and this is a {context.GetType().Name}.", nameof(context));
        Write(writer, info.Name, info.EventName, context, HookContextJsonOptions.TypeOf(info.ContextType, unknown));
    }

    public static void Write<TContext>(Utf8JsonWriter writer, TContext context, JsonTypeInfo<TContext> contextInfo)
        where TContext : CustomHookContext
    {
        var name = EventNameOf(typeof(TContext));
        Write(writer, name, name, context, contextInfo);
    }

    public static (HookPoint Point, HookContext Context) Parse(ReadOnlySpan<byte> utf8Json)
    {
        var json = PlainValueReader.ReadObject(utf8Json, MaxDepth);
        var name = Name(json, "point") ?? throw Wrong("point", "the name of a hook point", "missing");
        var info = HookPoints.All.FirstOrDefault(info => info.Name == name) ?? throw Wrong("point", "the name of a built-in hook point", $"'{name}'");
        if (Name(json, "event") is { } eventName && eventName != info.EventName)
            throw Wrong("event", $"'{info.EventName}', as 'point' is {name}", $"'{eventName}'");
        return (info.Point!.Value, (HookContext)Read(json, HookContextJsonOptions.TypeOf(info.ContextType, HookJsonUnknown.Refuse)));
    }

    public static TContext Parse<TContext>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<TContext> contextInfo)
        where TContext : CustomHookContext
    {
        var json = PlainValueReader.ReadObject(utf8Json, MaxDepth);
        var eventName = EventNameOf(typeof(TContext));
        foreach (var member in (ReadOnlySpan<string>)["point", "event"])
        {
            if (Name(json, member) is { } name && name != eventName)
                throw Wrong(member, $"'{eventName}', the point of {typeof(TContext).Name}", $"'{name}'");
        }

        return (TContext)Read(json, contextInfo);
    }

    private static void Write(Utf8JsonWriter writer, string point, string eventName, HookContext context, JsonTypeInfo contextInfo)
    {
        writer.WriteStartObject();
        writer.WriteString("point", point);
        writer.WriteString("event", eventName);
        if (context.DecidedBy is { } hook)
            writer.WriteString("decided_by", hook.Name);
        writer.WritePropertyName("context");
        JsonSerializer.Serialize(writer, context, contextInfo);
        writer.WriteEndObject();
    }

    private static object Read(HookArguments json, JsonTypeInfo contextInfo)
    {
        if (!json.TryGetArguments("context", out var members))
            throw Wrong("context", "an object", json.ContainsKey("context") ? "something else" : "missing");
        // System.Text.Json gives a missing init-only member the default of its type, and not that of the property.
        if (contextInfo.Type == typeof(ErrorContext))
            members.TryAddPlain("severity", "medium");
        foreach (var member in contextInfo.Properties)
        {
            if (member.IsRequired && members.TryGetValue(member.Name, out var value) && value is null)
                throw Wrong($"context.{member.Name}", "given", "null");
        }

        try
        {
            // Written again and not read from the source: what was checked is what is read.
            return JsonSerializer.Deserialize(PlainValueReader.ToUtf8(members.ToJson()), contextInfo)!;
        }
        catch (ArgumentException e)
        {
            throw new JsonException($"The context cannot be made from this JSON: {e.Message}", e);
        }
    }

    private static string? Name(HookArguments json, string member) =>
        !json.TryGetValue(member, out var value) || value is null ? null
        : value as string ?? throw Wrong(member, "text", "something else");

    private static string EventNameOf(Type contextType) =>
        contextType.GetCustomAttribute<HookPointAttribute>()?.EventName
        ?? throw new ArgumentException($"{contextType.Name} is not the context of a custom point: it has no [HookPoint(\"...\")].");

    private static JsonException Wrong(string member, string right, string found) =>
        new($"A hook context's '{member}' must be {right}; it is {found}.", member, null, null);
}
