using System.Text.Json;
using Hooks;
using Hooks.Extensions.AI;
using Microsoft.Extensions.AI;

namespace ChatAgent.Shop;

/// <summary>A tool of the shop, with its schema written out, so that nothing has to be reflected upon.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it does, for the model.</param>
/// <param name="parameters">Names and JSON types of its parameters; all of them are required.</param>
/// <param name="isReadOnly">Whether it changes nothing.</param>
/// <param name="body">What it does.</param>
internal sealed class ShopTool(
    string name, string description, (string Name, string Type)[] parameters, bool isReadOnly, Func<HookArguments, CancellationToken, Task<string>> body) : AIFunction
{
    public override string Name => name;

    public override string Description => description;

    public override JsonElement JsonSchema { get; } = ToSchema(parameters);

    public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } =
        new Dictionary<string, object?> { [HookedAIFunctionOptions.ReadOnlyKey] = isReadOnly };

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var read = new HookArguments(arguments);
        if (parameters.FirstOrDefault(parameter => !read.ContainsKey(parameter.Name)).Name is { } missing)
            throw new ShopException($"{name} needs '{missing}'");
        return await body(read, cancellationToken);
    }

    private static JsonElement ToSchema((string Name, string Type)[] parameters)
    {
        var properties = new HookArguments();
        foreach (var (parameter, type) in parameters)
            properties[parameter] = new HookArguments { ["type"] = type };
        var schema = new HookArguments { ["type"] = "object", ["properties"] = properties, ["required"] = parameters.Select(parameter => parameter.Name).ToArray() };
        using var document = JsonDocument.Parse(schema.ToJson());
        return document.RootElement.Clone();
    }
}

/// <summary>A tool did not work, with a message for the model.</summary>
internal sealed class ShopException(string message) : Exception(message);
