namespace Hooks;

/// <summary>How grave something is.</summary>
public enum HookSeverity
{
    /// <summary>Worth knowing.</summary>
    Information = 0,

    /// <summary>A small thing.</summary>
    Low = 1,

    /// <summary>Someone should look at it.</summary>
    Medium = 2,

    /// <summary>Someone should look at it now.</summary>
    High = 3,

    /// <summary>Damage is being done.</summary>
    Critical = 4,
}
