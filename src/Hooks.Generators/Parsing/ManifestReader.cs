using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>Turns one attribute of a manifest back into the hook that it lists.</summary>
internal static class ManifestReader
{
    /// <summary>The format that this version reads.</summary>
    public const int Format = 1;

    /// <summary>The hook; null if the attribute lacks what a call of it needs.</summary>
    public static HookModel? Read(AttributeData attribute, string assembly)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var argument in attribute.NamedArguments)
            values[argument.Key] = argument.Value.Kind == TypedConstantKind.Array ? null : argument.Value.Value;

        if (Text("PointName") is not { } pointName || Text("Context") is not { } context || Text("Name") is not { } name
            || Text("TypeName") is not { } typeName || Text("Type") is not { } type || Text("Method") is not { } method)
        {
            return null;
        }

        var thunks = Text("Thunks");
        return new()
        {
            Point = new()
            {
                Number = Number("Point"),
                Name = pointName,
                EventName = Text("EventName") ?? pointName,
                Context = context,
                Allowed = Number("Allowed"),
                OnFailure = Number("PointOnFailure"),
            },
            Name = name,
            TypeName = typeName,
            Type = type,
            Method = method,
            Parameters = Text("Parameters") ?? string.Empty,
            Assembly = assembly,
            Returns = (HookReturn)Number("Returns"),
            TakesToken = Flag("TakesToken"),
            ContextParameter = Text("ContextParameter") ?? context,
            Owner = Flag("IsInstance") ? Owner() : null,
            Thunk = thunks is null ? null : $"{thunks}.Hook{Number("Thunk")}",
            Description = Text("Description"),
            Priority = Number("Priority"),
            Tools = Text("Tools"),
            After = Text("After"),
            Before = Text("Before"),
            OnFailure = Number("OnFailure"),
            TimeoutMilliseconds = NotNegative("TimeoutMilliseconds"),
            Retries = NotNegative("Retries"),
            Background = Flag("Background"),
            CircuitBreaker = Flag("CircuitBreaker"),
        };

        OwnerModel Owner()
        {
            var key = Number("OwnerKey");
            return new()
            {
                Name = typeName,
                Reference = key > 0 ? "object" : type,
                CanCreate = Flag("CanCreate"),
                CanCreateElsewhere = Flag("CanCreate"),
                IsPublic = key == 0,
                Thunks = key > 0 ? thunks : null,
                Key = key,
            };
        }

        string? Text(string key) => values.TryGetValue(key, out var value) ? value as string : null;

        int Number(string key) => values.TryGetValue(key, out var value) && value is int number ? number : 0;

        // The compiler of the other assembly would have refused it, and the hook is not to be lost: it is as if it declared none.
        int NotNegative(string key) => Math.Max(0, Number(key));

        bool Flag(string key) => values.TryGetValue(key, out var value) && value is true;
    }
}
