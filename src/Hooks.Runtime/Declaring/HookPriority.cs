namespace Hooks;

/// <summary>Names for common priorities. Hooks with a lower number run first.</summary>
public static class HookPriority
{
    /// <summary>Before everything else.</summary>
    public const int Highest = int.MinValue;

    /// <summary>Early: hooks that change the data, so that the guards behind them judge what will run.</summary>
    public const int High = -100;

    /// <summary>The default.</summary>
    public const int Normal = 0;

    /// <summary>Late: guards that judge what the others have made of the data, and hooks that record it.</summary>
    public const int Low = 100;

    /// <summary>After everything else.</summary>
    public const int Lowest = int.MaxValue;
}
