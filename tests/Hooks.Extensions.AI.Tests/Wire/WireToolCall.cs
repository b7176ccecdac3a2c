using System.Text.Json.Nodes;

namespace Hooks.Extensions.AI.Tests.Wire;

/// <summary>A call of a tool in an answer; its arguments are a JSON text.</summary>
internal sealed record WireToolCall(string Id, string Tool, string Arguments)
{
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = Tool, ["arguments"] = Arguments },
    };
}
