using Microsoft.CodeAnalysis;

namespace Hooks.Shared;

/// <summary>What the symbols say of a hook point, built-in or custom. Holds symbols: never part of a model.</summary>
/// <param name="number">The number of a built-in point; 0 for a custom one.</param>
/// <param name="name">The member of <c>HookPoint</c>; for a custom point its event name.</param>
/// <param name="eventName">The dotted event name.</param>
/// <param name="context">The class of contexts.</param>
/// <param name="allowed">The <c>HookResultKinds</c> as a number; 0 at an observe-only point.</param>
/// <param name="onFailure">The <c>HookFailurePolicy</c> of verdict-giving hooks as a number: Block or Continue.</param>
internal sealed class HookPointFacts(int number, string name, string eventName, INamedTypeSymbol context, int allowed, int onFailure)
{
    private const int VerdictKinds = 0b1111;
    private const int ApprovalKinds = 0b1_1111;

    public int Number { get; } = number;

    public string Name { get; } = name;

    public string EventName { get; } = eventName;

    public INamedTypeSymbol Context { get; } = context;

    public int Allowed { get; } = allowed;

    public int OnFailure { get; } = onFailure;

    /// <summary>Whether the context has a tool name that <c>Tools</c> can be compared with.</summary>
    public bool HasToolName { get; } = FindToolName(context);

    public bool IsBlocking => Allowed != 0;

    public bool IsCustom => Number == 0;

    /// <summary>Whether a hook that fails counts as Cancel, because something is guarded here.</summary>
    public bool BlocksOnFailure => OnFailure == HookFailurePolicies.Block;

    /// <summary>Reads <c>[HookPoint]</c>; null if it is incomplete.</summary>
    /// <param name="attribute">The attribute, on a member of <c>HookPoint</c> or on a class of contexts.</param>
    /// <param name="number">The member's number; 0 for a custom point.</param>
    /// <param name="name">The member's name; null for a custom point.</param>
    /// <param name="context">The class that carries the attribute; null if the attribute names it.</param>
    public static HookPointFacts? Read(AttributeData attribute, int number, string? name, INamedTypeSymbol? context)
    {
        if (attribute.ValueAt(0) is not string eventName || string.IsNullOrWhiteSpace(eventName))
            return null;

        var blocking = false;
        var allowed = 0;
        var onFailure = 0;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument.Key)
            {
                case "Blocking":
                    blocking = argument.Value.Value is true;
                    break;
                case "Allowed":
                    allowed = argument.Value.Value is int kinds ? kinds : 0;
                    break;
                case "OnFailure":
                    onFailure = argument.Value.Value is int policy ? policy : 0;
                    break;
                case "Context":
                    context ??= argument.Value.Value as INamedTypeSymbol;
                    break;
            }
        }

        if (context is null || context.TypeKind == TypeKind.Error)
            return null;
        allowed = !blocking ? 0 : allowed == 0 ? ApprovalKinds : allowed | VerdictKinds;
        return new(number, name ?? eventName, eventName, context, allowed, blocking && onFailure != HookFailurePolicies.Continue ? HookFailurePolicies.Block : HookFailurePolicies.Continue);
    }

    // Tables of other assemblies ask for the tool's name too, so it has to be public.
    private static bool FindToolName(INamedTypeSymbol context)
    {
        for (var type = context; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(MetadataNames.ToolName))
            {
                return member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } property
                    && property.Type.SpecialType == SpecialType.System_String
                    && property.GetMethod is { DeclaredAccessibility: Accessibility.Public };
            }
        }

        return false;
    }
}
