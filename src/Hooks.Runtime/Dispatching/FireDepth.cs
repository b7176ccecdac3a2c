using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Hooks;

/// <summary>The thread's count of fires, as one fire on the fast path holds it. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct FireDepth
{
    private readonly ref int _count;

    internal FireDepth(ref int count) => _count = ref count;

    /// <summary>Ends the fire, on the thread on which it began.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => _count--;
}
