using Hooks.Extensions.AI.Tools;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Models;

/// <summary>The settings of a request under the names by which hooks know them.</summary>
internal static class ModelSettings
{
    private static readonly Setting[] All =
    [
        new("temperature", options => options.Temperature, (options, value) => options.Temperature = Single(value)),
        new("top_p", options => options.TopP, (options, value) => options.TopP = Single(value)),
        new("top_k", options => options.TopK, (options, value) => options.TopK = Int32(value)),
        new("max_output_tokens", options => options.MaxOutputTokens, (options, value) => options.MaxOutputTokens = Int32(value)),
        new("frequency_penalty", options => options.FrequencyPenalty, (options, value) => options.FrequencyPenalty = Single(value)),
        new("presence_penalty", options => options.PresencePenalty, (options, value) => options.PresencePenalty = Single(value)),
        new("seed", options => options.Seed, (options, value) => options.Seed = Int64(value)),
        new("stop", options => options.StopSequences, (options, value) => options.StopSequences = Texts(value)),
    ];

    /// <summary>The settings that a request has.</summary>
    public static HookArguments Read(ChatOptions? options)
    {
        var settings = new HookArguments();
        if (options is null)
            return settings;
        foreach (var setting in All)
        {
            if (setting.Read(options) is { } value)
                settings[setting.Name] = value;
        }

        return settings;
    }

    /// <summary>Writes what hooks have changed; a name that the library does not know becomes an additional property.</summary>
    /// <exception cref="InvalidOperationException">A setting has a value of the wrong kind.</exception>
    public static void Write(ChatOptions options, HookArguments before, HookArguments after)
    {
        if (after.DeepEquals(before))
            return;
        foreach (var setting in All)
        {
            var had = before.TryGetValue(setting.Name, out var old);
            var has = after.TryGetValue(setting.Name, out var value);
            if (had == has && new HookArguments { ["value"] = old }.DeepEquals(new() { ["value"] = value }))
                continue;
            try
            {
                setting.Write(options, value);
            }
            catch (FormatException error)
            {
                throw new InvalidOperationException($"A hook has set the option '{setting.Name}' of a model call to {new HookArguments { [setting.Name] = value }}; it takes {error.Message}.", error);
            }
        }

        foreach (var (name, value) in after)
        {
            if (Array.Exists(All, setting => setting.Name == name) || before.ContainsKey(name))
                continue;
            if (Array.Find(All, setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } meant)
                throw new InvalidOperationException($"A hook has set the option '{name}' of a model call, which is written '{meant.Name}'.");
            (options.AdditionalProperties ??= [])[name] = FunctionResult.Plain(value);
        }
    }

    private static float? Single(object? value) => value is null ? null
        : new HookArguments { ["value"] = value }.TryGetDouble("value", out var number) ? (float)number : throw new FormatException("a number");

    private static int? Int32(object? value) => value is null ? null
        : new HookArguments { ["value"] = value }.TryGetInt32("value", out var number) ? number : throw new FormatException("a whole number of 32 bits");

    private static long? Int64(object? value) => value is null ? null
        : new HookArguments { ["value"] = value }.TryGetInt64("value", out var number) ? number : throw new FormatException("a whole number of 64 bits");

    private static IList<string>? Texts(object? value) => value is null ? null
        : new HookArguments { ["value"] = value }.TryGetStrings("value", out var texts) ? [.. texts] : throw new FormatException("an array of texts");

    private sealed record Setting(string Name, Func<ChatOptions, object?> Read, Action<ChatOptions, object?> Write);
}
