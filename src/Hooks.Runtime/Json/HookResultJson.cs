using System.Text.Json;

namespace Hooks;

/// <summary>Results as JSON: <c>kind</c>, and the members that go with it.</summary>
internal static class HookResultJson
{
    /// <summary>The result, the array of branches, and the branch around arguments that nest as deep as they may.</summary>
    public const int MaxDepth = HookArguments.MaxDepth + 3;

    private const string KindMember = "kind", ReasonMember = "reason", ValueMember = "value", TargetMember = "target",
        DelayMember = "delay_seconds", AttemptsMember = "max_attempts", BranchesMember = "branches", MergeMember = "merge",
        ArgumentsMember = "arguments", TimeToLiveMember = "time_to_live_seconds", KeyMember = "key", SharedMember = "shared";

    private static readonly string[] Kinds = SnakeCaseNames<HookResultKind>();
    private static readonly string[] Merges = SnakeCaseNames<HookForkMerge>();

    public static void Write(Utf8JsonWriter writer, HookResult result, HookJsonUnknown unknown)
    {
        // Converted before anything is written, so that a refusal leaves no half object behind.
        var value = PlainValueJsonConverter.ToPlain(ValueMember, result.Value, unknown);
        writer.WriteStartObject();
        writer.WriteString(KindMember, Kinds[(int)result.Kind]);
        if (result.Reason is { } reason)
            writer.WriteString(ReasonMember, reason);
        if (result.Target is { } target)
            writer.WriteString(TargetMember, target);
        if (result.Kind == HookResultKind.Replace)
        {
            writer.WritePropertyName(ValueMember);
            PlainValueWriter.Write(writer, value);
        }

        if (result.RetryPolicy is { } retry)
        {
            writer.WriteNumber(DelayMember, SecondsJsonConverter.ToSeconds(retry.Delay));
            writer.WriteNumber(AttemptsMember, retry.MaxAttempts);
        }

        if (result.Branches is { } fork)
            WriteFork(writer, fork);
        if (result.CachePolicy is { } cache)
        {
            writer.WriteNumber(TimeToLiveMember, SecondsJsonConverter.ToSeconds(cache.TimeToLive));
            if (cache.Key is not null)
                writer.WriteString(KeyMember, cache.Key);
            writer.WriteBoolean(SharedMember, cache.Shared);
        }

        writer.WriteEndObject();
    }

    public static HookResult From(HookArguments json)
    {
        var kind = Text(json, KindMember, required: true)!;
        return (HookResultKind)Array.IndexOf(Kinds, kind) switch
        {
            HookResultKind.Continue => HookResult.Continue,
            HookResultKind.Skipped => HookResult.Skipped,
            HookResultKind.Modified => HookResult.Modified,
            HookResultKind.Cancel => HookResult.Cancel(Text(json, ReasonMember)),
            HookResultKind.Ask => HookResult.Ask(Text(json, ReasonMember)),
            HookResultKind.Allow => HookResult.Allow(Text(json, ReasonMember)),
            HookResultKind.Replace => HookResult.Replace(Value(json), Text(json, ReasonMember)),
            HookResultKind.Redirect => HookResult.Redirect(Text(json, TargetMember, required: true)!),
            HookResultKind.Retry => HookResult.Retry(Text(json, ReasonMember), Seconds(json, DelayMember, positive: false), Attempts(json)),
            HookResultKind.Fork => HookResult.Fork(Branches(json), Merge(json)),
            HookResultKind.Cache => HookResult.Cache(Seconds(json, TimeToLiveMember, positive: true), Text(json, KeyMember), Flag(json, SharedMember)),
            _ => throw Wrong(KindMember, $"one of {string.Join(", ", Kinds)}", $"'{kind}'"),
        };
    }

    private static void WriteFork(Utf8JsonWriter writer, HookFork fork)
    {
        writer.WriteStartArray(BranchesMember);
        foreach (var branch in fork.Branches)
        {
            writer.WriteStartObject();
            writer.WriteString(TargetMember, branch.Target);
            if (branch.Arguments is not null)
            {
                writer.WritePropertyName(ArgumentsMember);
                branch.Arguments.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString(MergeMember, Merges[(int)fork.Merge]);
    }

    private static string? Text(HookArguments json, string member, bool required = false)
    {
        if (!json.TryGetValue(member, out var value) || value is null)
            return required ? throw Wrong(member, "text", "missing") : null;
        if (value is not string text)
            throw Wrong(member, "text", Shown(value));
        return required && string.IsNullOrWhiteSpace(text) ? throw Wrong(member, "text that is not blank", Shown(value)) : text;
    }

    private static bool Flag(HookArguments json, string member) =>
        json.TryGetBoolean(member, out var flag) || !json.TryGetValue(member, out var value) || value is null
            ? flag
            : throw Wrong(member, "true or false", Shown(value));

    private static object? Value(HookArguments json)
    {
        if (!json.TryGetValue(ValueMember, out var value))
            throw Wrong(ValueMember, "the value that stands in (null, if that is meant)", "missing");
        CheckDepth(ValueMember, value);
        return PlainValue.Clone(value);
    }

    private static TimeSpan Seconds(HookArguments json, string member, bool positive)
    {
        if (!positive && (!json.TryGetValue(member, out var value) || value is null))
            return TimeSpan.Zero;
        if (json.TryGetDecimal(member, out var seconds)
            && SecondsJsonConverter.TryToTimeSpan(seconds, out var time)
            && time >= (positive ? TimeSpan.FromTicks(1) : TimeSpan.Zero))
            return time;
        throw Wrong(member, positive ? "a number of seconds greater than 0" : "a number of seconds, 0 or more", Found(json, member));
    }

    private static int Attempts(HookArguments json)
    {
        if (!json.TryGetValue(AttemptsMember, out var value) || value is null)
            return 3;
        return json.TryGetInt32(AttemptsMember, out var attempts) && attempts >= 1
            ? attempts
            : throw Wrong(AttemptsMember, "a whole number, 1 or more", Shown(value));
    }

    private static List<HookBranch> Branches(HookArguments json)
    {
        if (!json.TryGetValue(BranchesMember, out var value) || value is not IReadOnlyList<object?> { Count: > 0 } items)
            throw Wrong(BranchesMember, "an array with at least one branch, {\"target\":...,\"arguments\":{...}}", Found(json, BranchesMember));
        var branches = new List<HookBranch>(items.Count);
        foreach (var item in items)
        {
            if (item is not HookArguments branch)
                throw Wrong(BranchesMember, "an array of objects", Shown(item));
            if (branch.TryGetValue(ArgumentsMember, out var given) && given is not null and not HookArguments)
                throw Wrong(ArgumentsMember, "an object", Shown(given));
            CheckDepth(ArgumentsMember, given);
            branches.Add(new HookBranch(Text(branch, TargetMember, required: true)!, (given as HookArguments)?.Clone()));
        }

        return branches;
    }

    private static HookForkMerge Merge(HookArguments json)
    {
        if (Text(json, MergeMember) is not { } name)
            return HookForkMerge.FirstSuccess;
        var merge = Array.IndexOf(Merges, name);
        return merge >= 0 ? (HookForkMerge)merge : throw Wrong(MergeMember, $"one of {string.Join(", ", Merges)}", $"'{name}'");
    }

    private static void CheckDepth(string member, object? value)
    {
        if (HookArguments.HeightOf(value) > HookArguments.MaxDepth)
            throw new JsonException(PlainValue.TooDeep(member), member, null, null);
    }

    private static string Found(HookArguments json, string member) =>
        json.TryGetValue(member, out var value) ? Shown(value) : "missing";

    private static string Shown(object? value)
    {
        var json = PlainValueWriter.ToJson(value);
        return json.Length <= 80 ? json : json[..80] + "...";
    }

    private static JsonException Wrong(string member, string right, string found) =>
        new($"A hook result's '{member}' must be {right}; it is {found}.", member, null, null);

    // The numbers of both enumerations count up from 0, which makes the array an index both ways.
    private static string[] SnakeCaseNames<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
}
