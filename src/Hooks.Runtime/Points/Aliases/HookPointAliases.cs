namespace Hooks;

/// <summary>The names that other systems have for the points: within one system, a name means one point.</summary>
internal static class HookPointAliases
{
    private const HookSystem Last = HookSystem.Cursor;

    /// <summary>All names of a system.</summary>
    public static ReadOnlySpan<HookPointAlias> Of(HookSystem system) => system switch
    {
        HookSystem.HotPlex => HotPlexAliases.All,
        HookSystem.Hawk => HawkAliases.All,
        HookSystem.OmniAgent => OmniAgentAliases.All,
        HookSystem.OpenFang => OpenFangAliases.All,
        HookSystem.LlmSpell => LlmSpellAliases.All,
        HookSystem.ClaudeCode => ClaudeCodeAliases.All,
        HookSystem.Codex => CodexAliases.All,
        HookSystem.GeminiCli => GeminiCliAliases.All,
        HookSystem.CopilotCli => CopilotCliAliases.All,
        HookSystem.Cursor => CursorAliases.All,
        _ => throw new ArgumentOutOfRangeException(nameof(system), (int)system, $"There is no hook system with the number {(int)system}."),
    };

    /// <summary>The names that a system has for a point.</summary>
    public static IReadOnlyList<string> Of(HookPoint point, HookSystem system)
    {
        var names = new List<string>();
        foreach (var alias in Of(system))
        {
            if (alias.Point == point)
                names.Add(alias.Name);
        }

        return names.AsReadOnly();
    }

    /// <summary>The point that a system means by a name.</summary>
    public static bool TryFind(string? name, HookSystem system, out HookPoint point)
    {
        foreach (var alias in Of(system))
        {
            if (string.Equals(alias.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                point = alias.Point;
                return true;
            }
        }

        point = default;
        return false;
    }

    /// <summary>The point that every system means that has the name.</summary>
    public static bool TryFind(string? name, out HookPoint point)
    {
        point = default;
        for (var system = HookSystem.HotPlex; system <= Last; system++)
        {
            if (!TryFind(name, system, out var found) || found == point)
                continue;
            if (point != default)
            {
                point = default;
                return false;
            }

            point = found;
        }

        return point != default;
    }
}
