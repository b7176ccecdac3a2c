using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hooks;

/// <summary>How the members of contexts are written: the rules that hold for all of them.</summary>
internal static class HookContextJsonOptions
{
    private static readonly JsonSerializerOptions Refusing = MakeOptions(HookJsonUnknown.Refuse);
    private static readonly JsonSerializerOptions Describing = MakeOptions(HookJsonUnknown.TypeName);

    public static JsonTypeInfo TypeOf(Type contextType, HookJsonUnknown unknown) =>
        (unknown == HookJsonUnknown.TypeName ? Describing : Refusing).GetTypeInfo(contextType);

    private static JsonSerializerOptions MakeOptions(HookJsonUnknown unknown) => new(HookContextJsonTypes.Default.Options)
    {
        // Depth is limited by the readers of plain values; this only has to leave room for them.
        MaxDepth = HookArguments.MaxDepth * 2,
        TypeInfoResolver = HookContextJsonTypes.Default.WithAddedModifier(type => Adjust(type, unknown)),
        Converters =
        {
            new PlainValueJsonConverter("value", unknown),
            new SecondsJsonConverter(),
            new TextListJsonConverter(),
            new HookMessageJsonConverter(),
            new FileReplacementJsonConverter(),
            Named<AgentRunOutcome>(),
            Named<CompactionTrigger>(),
            Named<FileOperation>(),
            Named<HookSeverity>(),
            Named<ToolCallOutcome>(),
        },
    };

    private static JsonStringEnumConverter<TEnum> Named<TEnum>()
        where TEnum : struct, Enum => new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    private static void Adjust(JsonTypeInfo type, HookJsonUnknown unknown)
    {
        foreach (var member in type.Properties)
        {
            if (member.PropertyType == typeof(TimeSpan) || member.PropertyType == typeof(TimeSpan?))
                member.Name += "_seconds";
            else if (member.PropertyType == typeof(object))
                member.CustomConverter = new PlainValueJsonConverter(member.Name, unknown);
            else if (member.Name == "added_context")
                member.ShouldSerialize = (_, texts) => texts is IReadOnlyList<string> { Count: > 0 };
        }
    }
}
