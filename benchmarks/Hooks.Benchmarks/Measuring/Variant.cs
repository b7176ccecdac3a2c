using System.Runtime.CompilerServices;
using Hooks.Benchmarks.Hooked;

namespace Hooks.Benchmarks.Measuring;

/// <summary>One row of a group: something to measure, what it is compared with, and what it may cost.</summary>
internal abstract class Variant(string name)
{
    public string Name { get; } = name;

    /// <summary>The name of the row that this one is compared with.</summary>
    public string? Baseline { get; init; }

    /// <summary>What may be lost against the baseline; null where there is only something to state.</summary>
    public Budget? Budget { get; init; }

    /// <summary>Whether a fire must not allocate.</summary>
    public bool AllocatesNothing { get; init; } = true;

    /// <summary>How many hooks a fire has to call.</summary>
    public int Calls { get; init; }

    /// <summary>Whether the native binary does without the row, because it does without what the row measures.</summary>
    public bool IsJitOnly { get; init; }

    /// <summary>Runs before each batch, and another after it, neither of them measured.</summary>
    public Action? Before { get; init; }

    public Action? After { get; init; }

    /// <summary>The fires of a batch, and its checks.</summary>
    public void Run(int fires, out Batch batch)
    {
        Before?.Invoke();
        var calls = Hooked.Calls.Count;
        batch = Batch.Measure(this, fires);
        After?.Invoke();
        calls = Hooked.Calls.Count - calls;
        if (calls != (long)fires * Calls)
            throw new WrongCountException($"{Name}: {fires} fires called {calls} hooks, not {(long)fires * Calls}");
    }

    public abstract HookResult Loop(int fires);

    /// <summary>The verdict that the loop should end with.</summary>
    public HookResult Expected { get; init; }
}

/// <summary>A row that is measured by firing in a loop.</summary>
internal sealed class Variant<TFire>(string name, TFire fire) : Variant(name)
    where TFire : struct, IFire
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override HookResult Loop(int fires)
    {
        var copy = fire;
        HookResult last = default;
        for (var i = 0; i < fires; i++)
            last = copy.Fire();
        return last;
    }
}

/// <summary>Hooks were left out or called twice, or the verdict was wrong: the figures would mean nothing.</summary>
internal sealed class WrongCountException(string message) : Exception(message);
