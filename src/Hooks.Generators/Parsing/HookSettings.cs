using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>The named arguments of a hook's attribute.</summary>
internal struct HookSettings
{
    public string? Name { get; private set; }

    public string? Description { get; private set; }

    public int Priority { get; private set; }

    public string? Tools { get; private set; }

    public string? After { get; private set; }

    public string? Before { get; private set; }

    public int OnFailure { get; private set; }

    public int TimeoutMilliseconds { get; private set; }

    public int Retries { get; private set; }

    public bool Background { get; private set; }

    public bool CircuitBreaker { get; private set; }

    public static HookSettings Read(AttributeData attribute)
    {
        var settings = default(HookSettings);
        foreach (var argument in attribute.NamedArguments)
        {
            var value = argument.Value.Kind == TypedConstantKind.Array ? null : argument.Value.Value;
            switch (argument.Key)
            {
                case nameof(Name):
                    settings.Name = value as string;
                    break;
                case nameof(Description):
                    settings.Description = value as string;
                    break;
                case nameof(Priority):
                    settings.Priority = value as int? ?? 0;
                    break;
                case nameof(Tools):
                    settings.Tools = value as string;
                    break;
                case nameof(After):
                    settings.After = value as string;
                    break;
                case nameof(Before):
                    settings.Before = value as string;
                    break;
                case nameof(OnFailure):
                    settings.OnFailure = value as int? ?? 0;
                    break;
                case nameof(TimeoutMilliseconds):
                    settings.TimeoutMilliseconds = value as int? ?? 0;
                    break;
                case nameof(Retries):
                    settings.Retries = value as int? ?? 0;
                    break;
                case nameof(Background):
                    settings.Background = value is true;
                    break;
                case nameof(CircuitBreaker):
                    settings.CircuitBreaker = value is true;
                    break;
            }
        }

        return settings;
    }
}
