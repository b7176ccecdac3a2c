using System.Globalization;

namespace Hooks;

/// <summary>What the renderings of a table have in common in how they read it.</summary>
internal static class TableReading
{
    /// <summary>Whether the hook is the first of its point; hooks of one point stand together, but may each have their own description of it.</summary>
    public static bool BeginsPoint(HookTable table, int hook) => hook == 0 || !IsSame(table.Hooks[hook - 1].Point, table.Hooks[hook].Point);

    /// <summary>The names in <see cref="HookDescriptor.After"/> or <see cref="HookDescriptor.Before"/>.</summary>
    public static string[] Names(string? separated) =>
        separated?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The priority, by its name at the two ends, where the number says nothing to people.</summary>
    public static string Priority(HookDescriptor hook) => hook.Priority switch
    {
        HookPriority.Highest => nameof(HookPriority.Highest),
        HookPriority.Lowest => nameof(HookPriority.Lowest),
        var number => number.ToString(CultureInfo.InvariantCulture),
    };

    private static bool IsSame(HookPointInfo left, HookPointInfo right) => left.Name == right.Name && left.ContextType == right.ContextType;
}
