using Hooks;

namespace Acme.Exhausting;

/// <summary>Guards that allocate until there is nothing left, or answer, as they are told.</summary>
internal static class MemoryHog
{
    private const int Chunk = 1 << 20;

    /// <summary>Whether the guards exhaust the memory.</summary>
    public static bool IsHungry { get; set; }

    /// <summary>What guards that keep what they have taken have not given back; null if they give it back.</summary>
    public static List<byte[]>? Kept { get; set; }

    [Hook(HookPoint.BeforeToolCall, Name = "at once")]
    public static HookResult AtOnce(ToolCallContext call) => Eat();

    [Hook(HookPoint.BeforeModelCall, Name = "later")]
    public static async Task<HookResult> LaterAsync(ModelCallContext call)
    {
        await Task.Yield();
        return Eat();
    }

    private static HookResult Eat()
    {
        var eaten = Kept ?? [];
        while (IsHungry)
            eaten.Add(new byte[Chunk]);
        return HookResult.Continue;
    }
}
