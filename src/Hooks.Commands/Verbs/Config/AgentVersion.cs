using System.Globalization;

namespace Hooks.Commands;

/// <summary>A version of a coding agent, such as 2.1.295.</summary>
internal sealed record AgentVersion(int Major, int Minor, int Build) : IComparable<AgentVersion>
{
    /// <summary>Reads one to three numbers with dots between, with or without a v before; null if it is none.</summary>
    public static AgentVersion? Parse(string text)
    {
        var parts = text.TrimStart('v').Split('.');
        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == 3 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        return new(numbers[0], numbers[1], numbers[2]);
    }

    public int CompareTo(AgentVersion? other) => other is null ? 1
        : Major != other.Major ? Major.CompareTo(other.Major)
        : Minor != other.Minor ? Minor.CompareTo(other.Minor)
        : Build.CompareTo(other.Build);

    public static bool operator >=(AgentVersion left, AgentVersion right) => left.CompareTo(right) >= 0;

    public static bool operator <=(AgentVersion left, AgentVersion right) => left.CompareTo(right) <= 0;
}
