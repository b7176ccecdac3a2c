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

    /// <exception cref="ArgumentException">An argument has no JSON form, so that no hook could judge it.</exception>
    public FunctionCall(AIFunction function, AIFunctionArguments given)
    {
        _given = given;
        _asGiven = new();
        foreach (var (name, value) in given)
            Show(function, name, value);
    }

    public string? CallId => _given.Context?.TryGetValue(Key, out var id) == true ? id as string : null;

    public IServiceProvider? Services => _given.Services;

    /// <summary>The arguments for a context of their own.</summary>
    public HookArguments ForHooks() => _asGiven.Clone();

    /// <summary>What the function is called with.</summary>
    /// <param name="judged">The arguments as the hooks have let them through.</param>
    /// <param name="mayRepeat">Whether there may be further attempts, which must not see what the function does to its arguments.</param>
    public AIFunctionArguments ForFunction(HookArguments judged, bool mayRepeat)
    {
        if (!mayRepeat && judged.DeepEquals(_asGiven))
            return _given;
        var arguments = new AIFunctionArguments { Services = _given.Services, Context = _given.Context };
        var changed = new HookArguments();
        foreach (var (name, value) in judged)
        {
            if (IsAsGiven(name, judged))
                arguments[name] = _given[name];
            else if (value is string && (!_given.TryGetValue(name, out var former) || former is string))
                arguments[name] = value;
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

    private bool IsAsGiven(string name, HookArguments judged)
    {
        if (!_asGiven.TryGetValue(name, out var given))
            return false;
        return new HookArguments { [name] = given }.DeepEquals(new() { [name] = judged[name] });
    }

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
            catch (Exception error) when (error is JsonException or NotSupportedException)
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
