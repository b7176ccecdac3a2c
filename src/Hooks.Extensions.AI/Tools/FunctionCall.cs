using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tools;

/// <summary>
/// The arguments of one call, in both forms: as the function takes them, and as hooks see them. What hooks have not
/// changed is handed on as it came.
/// </summary>
internal sealed class FunctionCall
{
    /// <summary>Under which a loop tells the call's id in <see cref="AIFunctionArguments.Context"/>.</summary>
    public static readonly object Key = new();

    private readonly AIFunctionArguments _given;
    private readonly HookArguments _asGiven;
    private readonly bool _ignoresCase;

    /// <exception cref="ArgumentException">An argument has no JSON form, so that no hook could judge it.</exception>
    public FunctionCall(AIFunction function, AIFunctionArguments given)
    {
        _given = given;
        _asGiven = new(given.Count);
        foreach (var (name, value) in given)
        {
            var ignoresCase = IgnoresCase(given, name);
            _ignoresCase |= ignoresCase;
            Show(function, ignoresCase ? OwnName(function, name) : name, value);
        }
    }

    public string? CallId => IdOf(_given);

    public IServiceProvider? Services => _given.Services;

    public static string? IdOf(AIFunctionArguments arguments) =>
        arguments.Context?.TryGetValue(Key, out var id) == true ? id as string : null;

    /// <summary>The arguments for a context of their own.</summary>
    public HookArguments ForHooks() => _asGiven.Clone();

    /// <summary>What the function is called with.</summary>
    /// <param name="judged">The arguments as the hooks have let them through.</param>
    /// <param name="mayRepeat">Whether there may be further attempts, which must not see what the function does to its arguments.</param>
    /// <param name="passage">What hooks deeper inside are told; null where there are none.</param>
    public AIFunctionArguments ForFunction(HookArguments judged, bool mayRepeat, Passage? passage)
    {
        if (!mayRepeat && passage is null && judged.DeepEquals(_asGiven))
            return _given;
        var arguments = new AIFunctionArguments(_ignoresCase ? StringComparer.OrdinalIgnoreCase : null)
        {
            Services = _given.Services,
            Context = passage?.AddTo(_given.Context) ?? _given.Context,
        };
        var changed = new HookArguments();
        foreach (var (name, value) in judged)
        {
            if (IsAsGiven(name, judged))
                arguments[name] = _given[name];
            else if (value is string && (!_given.TryGetValue(name, out var former) || former is string))
                arguments[name] = value;
            else if (_given.TryGetValue(name, out var number) && LikeFormer(number, value) is { } like)
                arguments[name] = like;
            else
                changed[name] = value;
        }

        if (changed.Count > 0)
        {
            using var json = JsonDocument.Parse(changed.ToJson());
            foreach (var property in json.RootElement.EnumerateObject())
                arguments[property.Name] = property.Value.Clone();
        }

        return arguments;
    }

    // A function that takes its arguments as they are gets a number of the kind that it was given; null: no such kind, or it does not fit.
    private static object? LikeFormer(object? former, object? value)
    {
        var plain = new HookArguments { ["value"] = value };
        return former switch
        {
            bool when value is bool => value,
            int when plain.TryGetInt32("value", out var number) => number,
            long when plain.TryGetInt64("value", out var number) => number,
            double when plain.TryGetDouble("value", out var number) => number,
            _ => null,
        };
    }

    private bool IsAsGiven(string name, HookArguments judged)
    {
        if (!_asGiven.TryGetValue(name, out var given))
            return false;
        return new HookArguments { [name] = given }.DeepEquals(new() { [name] = judged[name] });
    }

    private static bool IgnoresCase(AIFunctionArguments given, string name)
    {
        var other = OtherCase(name);
        return !string.Equals(other, name, StringComparison.Ordinal) && given.ContainsKey(other) && !given.Keys.Contains(other, StringComparer.Ordinal);
    }

    private static string OtherCase(string name)
    {
        var upper = name.ToUpperInvariant();
        return upper == name ? name.ToLowerInvariant() : upper;
    }

    // Guards look for the name that the function gives its parameter, and the function finds what is written otherwise too.
    private static string OwnName(AIFunction function, string name) =>
        function.JsonSchema.ValueKind == JsonValueKind.Object && function.JsonSchema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().Select(property => property.Name).FirstOrDefault(own => string.Equals(own, name, StringComparison.OrdinalIgnoreCase)) ?? name
            : name;

    private void Show(AIFunction function, string name, object? value)
    {
        try
        {
            _asGiven[name] = value;
        }
        catch (ArgumentException) when (value is not null && function.JsonSerializerOptions.TryGetTypeInfo(value.GetType(), out var type))
        {
            try
            {
                _asGiven[name] = JsonSerializer.SerializeToElement(value, type);
            }
            catch (Exception error)
            {
                throw Unreadable(function, name, error);
            }
        }
        catch (ArgumentException error)
        {
            throw Unreadable(function, name, error);
        }
    }

    private static ArgumentException Unreadable(AIFunction function, string name, Exception error) =>
        new($"The function '{function.Name}' is called with an argument '{name}' that no hook can judge: {error.Message}", error);
}
