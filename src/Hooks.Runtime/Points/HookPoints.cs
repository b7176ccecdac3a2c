using System.Diagnostics.CodeAnalysis;

namespace Hooks;

/// <summary>What is known about the built-in hook points, and the names under which other systems know them.</summary>
public static partial class HookPoints
{
    /// <summary>All points, in the order of their numbers.</summary>
    public static IReadOnlyList<HookPointInfo> All => Catalogue.All;

    /// <summary>What is known about a point.</summary>
    /// <param name="point">The point.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point; the message has the number.</exception>
    public static HookPointInfo Get(HookPoint point) => TryGet(point, out var info) ? info : throw NoSuchPoint(point);

    /// <summary>Finds a point by its name, its event name, or a name that another system has for it, all ignoring case.</summary>
    /// <remarks>A name that two systems have for different points is not understood; say which system is meant.</remarks>
    /// <param name="name">The name.</param>
    /// <param name="point">The point, if there is one.</param>
    /// <returns>Whether the name is understood.</returns>
    public static bool TryParse(string? name, out HookPoint point) =>
        TryParseOwn(name, out point) || HookPointAliases.TryFind(name, out point);

    /// <summary>
    /// Finds a point by the name that a system has for it, or, where the system has no such name, by the point's own name
    /// or event name, all ignoring case.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="system">The system whose names come first.</param>
    /// <param name="point">The point, if there is one.</param>
    /// <returns>Whether the name is understood.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such system.</exception>
    public static bool TryParse(string? name, HookSystem system, out HookPoint point) =>
        HookPointAliases.TryFind(name, system, out point) || TryParseOwn(name, out point);

    /// <summary>The names that a system has for a point, the most common one first; none if it does not know the point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="system">The system.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point or system.</exception>
    public static IReadOnlyList<string> GetAliases(HookPoint point, HookSystem system) =>
        IsDefined(point) ? HookPointAliases.Of(point, system) : throw NoSuchPoint(point);

    /// <summary>What is known about a point, if there is such a point.</summary>
    internal static bool TryGet(HookPoint point, [NotNullWhen(true)] out HookPointInfo? info)
    {
        info = IsDefined(point) ? Catalogue.Points[(int)point - 1] : null;
        return info is not null;
    }

    /// <summary>Whether hooks at the point may answer with a verdict; false for a point that does not exist.</summary>
    internal static bool IsBlocking(HookPoint point) => (uint)point < Count && Blocking[(int)point];

    internal static ArgumentOutOfRangeException NoSuchPoint(HookPoint point) =>
        new(nameof(point), (int)point, $"There is no hook point with the number {(int)point}.");

    private static bool IsDefined(HookPoint point) => (uint)point - 1 < Count - 1;

    // A walk over fewer than two hundred strings is quicker than building an index for the one name that most programs ask for.
    private static bool TryParseOwn(string? name, out HookPoint point)
    {
        foreach (var info in Catalogue.Points)
        {
            if (string.Equals(info.Name, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(info.EventName, name, StringComparison.OrdinalIgnoreCase))
            {
                point = info.Point.GetValueOrDefault();
                return true;
            }
        }

        point = default;
        return false;
    }
}
