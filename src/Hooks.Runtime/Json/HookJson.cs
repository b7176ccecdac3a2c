using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooks;

/// <summary>The one JSON form of results and contexts, in which hosts, records and bridges exchange them.</summary>
/// <remarks>
/// Names are in snake_case, what is null is left out, enumerations are text, durations are numbers of seconds in members
/// that end in <c>_seconds</c>. Reading tolerates members that it does not know, and refuses names that come twice in one
/// object. <c>docs/json.md</c> describes the form.
/// </remarks>
public static class HookJson
{
    /// <summary>A result as JSON, for example <c>{"kind":"cancel","reason":"no"}</c>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="unknown">What is done with a <see cref="HookResult.Value"/> that has no JSON form.</param>
    /// <exception cref="NotSupportedException">The value has no JSON form, and is to be refused.</exception>
    public static string Serialize(HookResult result, HookJsonUnknown unknown = HookJsonUnknown.Refuse) =>
        PlainValueWriter.ToText(writer => HookResultJson.Write(writer, result, unknown));

    /// <summary>Writes a result as JSON.</summary>
    /// <param name="writer">Where to. After a refusal nothing of the result is written.</param>
    /// <param name="result">The result.</param>
    /// <param name="unknown">What is done with a <see cref="HookResult.Value"/> that has no JSON form.</param>
    /// <exception cref="NotSupportedException">The value has no JSON form, and is to be refused.</exception>
    public static void Write(Utf8JsonWriter writer, HookResult result, HookJsonUnknown unknown = HookJsonUnknown.Refuse)
    {
        ArgumentNullException.ThrowIfNull(writer);
        HookResultJson.Write(writer, result, unknown);
    }

    /// <summary>Reads a result.</summary>
    /// <param name="json">A result as <see cref="Serialize(HookResult, HookJsonUnknown)"/> writes it.</param>
    /// <exception cref="JsonException">It is none; the message names the member and what would be right.</exception>
    public static HookResult ParseResult(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ParseResult(PlainValueReader.ToUtf8(json));
    }

    /// <inheritdoc cref="ParseResult(string)"/>
    /// <param name="utf8Json">A result as <see cref="Serialize(HookResult, HookJsonUnknown)"/> writes it, in UTF-8.</param>
    public static HookResult ParseResult(ReadOnlySpan<byte> utf8Json) =>
        HookResultJson.From(PlainValueReader.ReadObject(utf8Json, HookResultJson.MaxDepth));

    /// <summary>A context and its point as JSON: <c>{"point":"BeforeToolCall","event":"tool.call.before","context":{...}}</c>.</summary>
    /// <param name="point">The point.</param>
    /// <param name="context">A context of the point.</param>
    /// <param name="unknown">What is done with values that have no JSON form.</param>
    /// <exception cref="ArgumentException">The context is not one of the point.</exception>
    /// <exception cref="NotSupportedException">A value has no JSON form, and is to be refused; the message names the member.</exception>
    public static string Serialize(HookPoint point, HookContext context, HookJsonUnknown unknown = HookJsonUnknown.Refuse) =>
        PlainValueWriter.ToText(writer => Write(writer, point, context, unknown));

    /// <summary>Writes a context and its point as JSON.</summary>
    /// <param name="writer">Where to. After a refusal the object is left unfinished.</param>
    /// <param name="point">The point.</param>
    /// <param name="context">A context of the point.</param>
    /// <param name="unknown">What is done with values that have no JSON form.</param>
    /// <exception cref="ArgumentException">The context is not one of the point.</exception>
    /// <exception cref="NotSupportedException">A value has no JSON form, and is to be refused; the message names the member.</exception>
    public static void Write(Utf8JsonWriter writer, HookPoint point, HookContext context, HookJsonUnknown unknown = HookJsonUnknown.Refuse)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(context);
        HookContextJson.Write(writer, point, context, unknown);
    }

    /// <summary>Reads a point and its context. Which hook had decided is in the JSON for people, and not restored.</summary>
    /// <param name="json">A context as <see cref="Serialize(HookPoint, HookContext, HookJsonUnknown)"/> writes it.</param>
    /// <exception cref="JsonException">It is none; the message names the member and what would be right.</exception>
    public static (HookPoint Point, HookContext Context) ParseContext(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ParseContext(PlainValueReader.ToUtf8(json));
    }

    /// <inheritdoc cref="ParseContext(string)"/>
    /// <param name="utf8Json">A context as <see cref="Serialize(HookPoint, HookContext, HookJsonUnknown)"/> writes it, in UTF-8.</param>
    public static (HookPoint Point, HookContext Context) ParseContext(ReadOnlySpan<byte> utf8Json) => HookContextJson.Parse(utf8Json);

    /// <summary>A context of a custom point as JSON; the point is named by its event name.</summary>
    /// <typeparam name="TContext">The context class, which carries <see cref="HookPointAttribute"/>.</typeparam>
    /// <param name="context">The context.</param>
    /// <param name="contextInfo">
    /// How the class is written: from a JsonSerializerContext of your own, with
    /// <c>[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]</c> to have it like the rest.
    /// </param>
    public static string Serialize<TContext>(TContext context, JsonTypeInfo<TContext> contextInfo)
        where TContext : CustomHookContext => PlainValueWriter.ToText(writer => Write(writer, context, contextInfo));

    /// <summary>Writes a context of a custom point as JSON; the point is named by its event name.</summary>
    /// <typeparam name="TContext">The context class, which carries <see cref="HookPointAttribute"/>.</typeparam>
    /// <param name="writer">Where to.</param>
    /// <param name="context">The context.</param>
    /// <param name="contextInfo">How the class is written.</param>
    public static void Write<TContext>(Utf8JsonWriter writer, TContext context, JsonTypeInfo<TContext> contextInfo)
        where TContext : CustomHookContext
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(contextInfo);
        HookContextJson.Write(writer, context, contextInfo);
    }

    /// <summary>Reads a context of a custom point.</summary>
    /// <typeparam name="TContext">The context class, which carries <see cref="HookPointAttribute"/>.</typeparam>
    /// <param name="json">A context as <see cref="Serialize{TContext}(TContext, JsonTypeInfo{TContext})"/> writes it.</param>
    /// <param name="contextInfo">How the class is read.</param>
    /// <exception cref="JsonException">It is none, or one of another point; the message names the member.</exception>
    public static TContext ParseContext<TContext>(string json, JsonTypeInfo<TContext> contextInfo)
        where TContext : CustomHookContext
    {
        ArgumentNullException.ThrowIfNull(json);
        return ParseContext(PlainValueReader.ToUtf8(json), contextInfo);
    }

    /// <inheritdoc cref="ParseContext{TContext}(string, JsonTypeInfo{TContext})"/>
    /// <param name="utf8Json">A context as <see cref="Serialize{TContext}(TContext, JsonTypeInfo{TContext})"/> writes it, in UTF-8.</param>
    /// <param name="contextInfo">How the class is read.</param>
    public static TContext ParseContext<TContext>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<TContext> contextInfo)
        where TContext : CustomHookContext
    {
        ArgumentNullException.ThrowIfNull(contextInfo);
        return HookContextJson.Parse(utf8Json, contextInfo);
    }
}
