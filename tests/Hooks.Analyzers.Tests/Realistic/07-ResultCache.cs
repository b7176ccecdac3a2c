using System.Security.Cryptography;
using System.Text;
using Hooks;

namespace Wingtip.Caching;

/// <summary>Lets slow, repeatable calls be answered from the host's cache.</summary>
internal static class ResultCache
{
    private static readonly Dictionary<string, TimeSpan> Lifetimes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WebFetch"] = TimeSpan.FromMinutes(15),
        ["WebSearch"] = TimeSpan.FromHours(1),
        ["list_packages"] = TimeSpan.FromDays(1),
    };

    [Hook(HookPoint.BeforeToolCall, Name = "cache-reads", Priority = HookPriority.Low, Tools = "@fetch|list_*")]
    public static HookResult CacheReads(ToolCallContext call)
    {
        if (!call.IsReadOnly && !call.IsIdempotent)
            return HookResult.Skipped;
        if (call.Arguments.GetBoolean("no_cache"))
            return HookResult.Continue;
        return Lifetimes.TryGetValue(call.ToolName, out var lifetime) ? HookResult.Cache(lifetime) : HookResult.Continue;
    }

    [Hook(HookPoint.BeforeModelCall, Name = "cache-deterministic")]
    public static HookResult CacheDeterministicCalls(ModelCallContext call)
    {
        if (call.IsStreaming || call.Options.GetDouble("temperature", 1.0) > 0)
            return HookResult.Continue;

        var key = KeyOf(call);
        return HookResult.Cache(TimeSpan.FromHours(6), key, shared: true);
    }

    [Hook(HookPoint.BeforeStateRead, Name = "cache-profile")]
    public static HookResult CacheProfile(StateContext state) => state.Key switch
    {
        "profile" or "preferences" => HookResult.Cache(TimeSpan.FromMinutes(5), $"{state.Scope}/{state.Key}"),
        _ => HookResult.Continue,
    };

    private static string KeyOf(ModelCallContext call)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, call.Model);
        Append(hash, call.SystemPrompt);
        foreach (var message in call.Messages)
        {
            Append(hash, message.Role);
            Append(hash, message.Content);
        }

        return Convert.ToHexString(hash.GetHashAndReset());

        static void Append(IncrementalHash hash, string? text)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
            hash.AppendData([0]);
        }
    }
}
