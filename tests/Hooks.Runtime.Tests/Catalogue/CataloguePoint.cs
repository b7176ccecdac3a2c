using System.Reflection;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>A member of <see cref="HookPoint"/> with what its attribute and its comment say.</summary>
internal sealed record CataloguePoint(HookPoint Value, string EventName, Type Context, bool IsBlocking, HookResultKinds Allowed, HookFailurePolicy OnFailure, string Summary)
{
    public static IReadOnlyList<CataloguePoint> All { get; } = [.. Enum.GetValues<HookPoint>().Select(Read)];

    public string Name => Value.ToString();

    public int Number => (int)Value;

    private static CataloguePoint Read(HookPoint value)
    {
        var field = typeof(HookPoint).GetField(value.ToString())!;
        var attribute = field.GetCustomAttribute<HookPointAttribute>()
            ?? throw new InvalidOperationException($"{value} has no [HookPoint].");
        var allowed = attribute switch
        {
            { Blocking: false } => HookResultKinds.None,
            { Allowed: HookResultKinds.None } => HookResultKinds.Approval,
            _ => attribute.Allowed | HookResultKinds.Continue,
        };
        return new(
            value,
            attribute.EventName,
            attribute.Context ?? throw new InvalidOperationException($"{value} has no context."),
            attribute.Blocking,
            allowed,
            attribute is { Blocking: true, OnFailure: not HookFailurePolicy.Continue } ? HookFailurePolicy.Block : HookFailurePolicy.Continue,
            Documentation.Of($"F:Hooks.HookPoint.{value}"));
    }
}
