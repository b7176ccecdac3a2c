using System.Runtime.CompilerServices;
using Hooks.Generators.Model;
using Hooks.Shared;

namespace Hooks.Generators.Parsing;

/// <summary>The models of points. Hooks of one built-in point share one, which makes them quick to make and to compare.</summary>
internal static class PointModels
{
    private static readonly ConditionalWeakTable<HookPointFacts, PointModel> Models = new();

    public static PointModel Of(HookPointFacts point) => Models.GetValue(point, static facts => new()
    {
        Number = facts.Number,
        Name = facts.Name,
        EventName = facts.EventName,
        Context = ContextNames.Of(facts.Context).Reference,
        Allowed = facts.Allowed,
        OnFailure = facts.OnFailure,
        IsContextPublic = ContextNames.Of(facts.Context).IsPublic,
    });
}
