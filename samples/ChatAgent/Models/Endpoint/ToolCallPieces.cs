using System.Text;
using System.Text.Json;
using Hooks;
using Microsoft.Extensions.AI;

namespace ChatAgent.Models.Endpoint;

/// <summary>Puts the calls of tools together, which come in pieces.</summary>
internal sealed class ToolCallPieces
{
    private readonly SortedDictionary<int, Pieces> _calls = [];

    public void Add(WireCall piece)
    {
        var at = piece.Index ?? _calls.Count;
        if (!_calls.TryGetValue(at, out var call))
            _calls.Add(at, call = new());
        call.Id = piece.Id ?? call.Id;
        call.Name = piece.Function?.Name ?? call.Name;
        call.Arguments.Append(piece.Function?.Arguments);
    }

    /// <summary>The calls, now that all pieces are there. They are given once.</summary>
    public IList<AIContent> Take()
    {
        List<AIContent> contents = [.. _calls.Select(call => call.Value.ToContent(call.Key))];
        _calls.Clear();
        return contents;
    }

    private sealed class Pieces
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();

        // A model may write arguments that are no JSON; the call then says so, and nobody makes it.
        public FunctionCallContent ToContent(int index)
        {
            try
            {
                var text = Arguments.Length == 0 ? "{}" : Arguments.ToString();
                return new(Id ?? $"call_{index}", Name ?? "", HookArguments.Parse(text).ToDictionary());
            }
            catch (JsonException exception)
            {
                return new(Id ?? $"call_{index}", Name ?? "") { Exception = exception };
            }
        }
    }
}
