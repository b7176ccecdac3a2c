using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooks.Runtime.Tests.Json;

/// <summary>The JSON form of contexts, held for every context class and member that there is, also for those to come.</summary>
public class ContextJsonTests
{
    public static TheoryData<HookPoint> OnePointOfEachContext =>
        new(HookPoints.All.DistinctBy(info => info.ContextType).Select(info => info.Point!.Value));

    [Theory]
    [MemberData(nameof(OnePointOfEachContext))]
    public void Everything_set_survives(HookPoint point)
    {
        var context = Filled(HookPoints.Get(point).ContextType);
        context.AddContext("first");
        context.AddContext("second");

        var json = HookJson.Serialize(point, context);
        var (readPoint, read) = HookJson.ParseContext(json);

        Assert.Equal(point, readPoint);
        Assert.Equal(["first", "second"], read.AddedContext);
        Assert.Equal(json, HookJson.Serialize(point, read));
        var members = HookArguments.Parse(json);
        Assert.True(members.TryGetArguments("context", out var written));
        foreach (var property in Members(context.GetType()))
        {
            AssertSame(property, property.GetValue(context), property.GetValue(read));
            Assert.Contains(written.Keys, key => key.Replace("_", "").Replace("seconds", "") == property.Name.ToLowerInvariant().Replace("seconds", ""));
        }
    }

    [Theory]
    [MemberData(nameof(OnePointOfEachContext))]
    public void What_is_missing_has_the_default_of_its_property(HookPoint point)
    {
        var info = HookPoints.Get(point);
        var context = (HookContext)Activator.CreateInstance(info.ContextType)!;
        foreach (var property in Members(info.ContextType).Where(IsRequired))
            property.SetValue(context, Sample(property));
        var required = Members(info.ContextType).Where(IsRequired).Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)).ToHashSet();
        var complete = HookArguments.Parse(HookJson.Serialize(point, context));
        complete.TryGetArguments("context", out var members);
        foreach (var member in members!.Keys.Where(name => !required.Contains(name)).ToList())
            members.Remove(member);

        var (_, read) = HookJson.ParseContext(complete.ToJson());

        foreach (var property in Members(info.ContextType).Where(property => property.Name != nameof(HookContext.Time)))
            AssertSame(property, property.GetValue(context), property.GetValue(read));
        Assert.InRange(DateTimeOffset.UtcNow - read.Time, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        foreach (var name in required)
        {
            var less = complete.Clone();
            less.TryGetArguments("context", out var without);
            without![name] = null;
            Assert.Contains(name, Assert.Throws<JsonException>(() => HookJson.ParseContext(less.ToJson())).Message);
            without.Remove(name);
            Assert.Contains(name, Assert.Throws<JsonException>(() => HookJson.ParseContext(less.ToJson())).Message);
        }
    }

    [Fact]
    public void A_tool_call_looks_like_this()
    {
        var context = new ToolCallContext
        {
            ToolName = "bash",
            SessionId = "s1",
            Time = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Arguments = HookArguments.Parse("""{"command":"git push"}"""),
            Duration = TimeSpan.FromSeconds(1.5),
            Outcome = ToolCallOutcome.TimedOut,
            Error = new InvalidOperationException("secret stack is not written"),
            DecidedBy = new HookDescriptor { Point = HookPoints.Get(HookPoint.BeforeToolCall), Name = "Guards.NoPush", DeclaringType = "Guards", Method = "NoPush", Assembly = "A" },
        };
        context.AddContext("use a branch");

        Assert.Equal(
            """
            {"point":"BeforeToolCall","event":"tool.call.before","decided_by":"Guards.NoPush","context":{"tool_name":"bash",
            "arguments":{"command":"git push"},"is_idempotent":false,"is_read_only":false,"needs_approval":false,"outcome":"timed_out","attempt":1,
            "duration_seconds":1.5,"error_message":"secret stack is not written","session_id":"s1","time":"2025-01-02T03:04:05+00:00",
            "added_context":["use a branch"]}}
            """.ReplaceLineEndings(""),
            HookJson.Serialize(HookPoint.BeforeToolCall, context));
    }

    [Fact]
    public void A_result_without_json_form_is_refused_with_its_member_or_described()
    {
        var context = new ToolCallContext { ToolName = "t", Result = new Version(1, 2) };

        var error = Assert.Throws<NotSupportedException>(() => HookJson.Serialize(HookPoint.AfterToolCall, context));
        Assert.Contains("'result' cannot be JSON: it is a System.Version; give a JSON value, for instance with JsonSerializer.SerializeToElement. To have", error.Message);
        Assert.Contains("\"result\":{\"$type\":\"System.Version\"}", HookJson.Serialize(HookPoint.AfterToolCall, context, HookJsonUnknown.TypeName));
    }

    [Theory]
    [InlineData("""{"context":{}}""", "'point'")]
    [InlineData("""{"point":"beforeToolCall","context":{}}""", "'point'")]
    [InlineData("""{"point":"25","context":{}}""", "'point'")]
    [InlineData("""{"point":"BeforeToolCall"}""", "'context'")]
    [InlineData("""{"point":"BeforeToolCall","context":[]}""", "'context'")]
    [InlineData("""{"point":"BeforeToolCall","event":"tool.call.after","context":{"tool_name":"t"}}""", "'event'")]
    [InlineData("""{"point":"BeforeToolCall","context":{"tool_name":"t","tool_name":"u"}}""", "$.context.tool_name")]
    [InlineData("""{"point":"BeforeToolCall","context":{"tool_name":["t"]}}""", "$.tool_name")]
    [InlineData("""{"point":"BeforeToolCall","context":{"tool_name":"t","outcome":"great"}}""", "$.outcome")]
    [InlineData("""{"point":"BeforeToolCall","context":{"tool_name":"t","outcome":1}}""", "$.outcome")]
    [InlineData("""{"point":"BeforeToolCall","context":{"tool_name":"t","arguments":"{}"}}""", "object")]
    [InlineData("""{"point":"BeforeToolCall","context":{"tool_name":"t","duration_seconds":"1"}}""", "seconds")]
    [InlineData("""{"point":"BeforeToolCall","context":{"tool_name":"t","added_context":[null]}}""", "texts")]
    [InlineData("""{"point":"BeforeModelCall","context":{"messages":[null]}}""", "'role' and 'content'")]
    [InlineData("""{"point":"BeforeModelCall","context":{"messages":[{"role":"user"}]}}""", "'role' and 'content'")]
    public void What_is_wrong_is_named(string json, string words) =>
        Assert.Contains(words, Assert.Throws<JsonException>(() => HookJson.ParseContext(json)).Message);

    [Fact]
    public void Unknown_members_and_null_arguments_are_tolerated()
    {
        var (_, context) = HookJson.ParseContext("""{"version":2,"point":"BeforeToolCall","context":{"tool_name":"t","later":{"x":1},"arguments":null,"added_context":null}}""");
        Assert.Empty(Assert.IsType<ToolCallContext>(context).Arguments);
        Assert.Empty(context.AddedContext);
    }

    [Fact]
    public void The_context_must_be_of_the_point() =>
        Assert.Contains("ToolCallContext", Assert.Throws<ArgumentException>(() => HookJson.Serialize(HookPoint.BeforeToolCall, new TurnContext())).Message);

    [Fact]
    public void Measured_values_that_are_no_numbers_survive()
    {
        var json = HookJson.Serialize(HookPoint.CpuUsageHigh, new SystemContext { Value = double.NaN, Limit = double.PositiveInfinity });
        var read = Assert.IsType<SystemContext>(HookJson.ParseContext(json).Context);
        Assert.Equal(double.NaN, read.Value);
        Assert.Equal(double.PositiveInfinity, read.Limit);
    }

    [Fact]
    public void Arguments_in_a_context_nest_as_deep_as_alone()
    {
        var deepest = HookArguments.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "{}" + new string('}', 63));
        var json = HookJson.Serialize(HookPoint.BeforeToolCall, new ToolCallContext { ToolName = "t", Arguments = deepest, Result = deepest });
        var read = Assert.IsType<ToolCallContext>(HookJson.ParseContext(json).Context);
        Assert.True(deepest.DeepEquals(read.Arguments));
        Assert.True(deepest.DeepEquals((HookArguments)read.Result!));
    }

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.Name != nameof(HookContext.AddedContext));

    private static bool IsRequired(PropertyInfo property) =>
        property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;

    private static HookContext Filled(Type type)
    {
        var context = (HookContext)Activator.CreateInstance(type)!;
        foreach (var property in Members(type))
            property.SetValue(context, Sample(property));
        return context;
    }

    private static object Sample(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => $"{property.Name} \"größe\" && 😀\n",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => property.Name.Length + 41,
            _ when type == typeof(long) => 5_000_000_000L + property.Name.Length,
            _ when type == typeof(double) => 0.1,
            _ when type == typeof(decimal) => 12.3456789m,
            _ when type == typeof(TimeSpan) => TimeSpan.FromTicks(123_456_789_012_345),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2025, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)),
            _ when type == typeof(object) => new Dictionary<string, object?> { ["list"] = new object?[] { 1, "two", null, 0.5m }, ["of"] = property.Name },
            _ when type == typeof(HookArguments) => HookArguments.Parse("""{"a":{"b":[1,{"c":null}]}}"""),
            _ when type == typeof(TokenUsage) => new TokenUsage { InputTokens = 1, OutputTokens = 2, CacheReadTokens = 3, CacheWriteTokens = 4, ReasoningTokens = 5 },
            _ when type.IsEnum => Enum.GetValues(type).Cast<object>().Last(),
            _ when type == typeof(IReadOnlyList<string>) => (string[])["a", "b"],
            _ when type.IsAssignableFrom(typeof(HookMessage[])) => new[] { new HookMessage("user", "hello"), new HookMessage("assistant", "") },
            _ when type.IsAssignableFrom(typeof(FileReplacement[])) => new[] { new FileReplacement("old", "new") },
            _ => throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name} is a {type}: give this test a value of it, and the JSON a form."),
        };
    }

    private static void AssertSame(PropertyInfo property, object? expected, object? actual)
    {
        if (property.PropertyType == typeof(object) || expected is HookArguments)
            Assert.True(PlainValue.DeepEquals(PlainValue.From("x", expected, 1), actual), property.Name);
        else if (expected is IEnumerable and not string)
            Assert.Equal(((IEnumerable)expected).Cast<object>(), ((IEnumerable)actual!).Cast<object>());
        else
            Assert.Equal(expected, actual);
    }
}
