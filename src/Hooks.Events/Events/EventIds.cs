using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Hooks.Events;

/// <summary>
/// Ids of events: UUIDs of version 7 (RFC 9562, 5.7), each greater than all that this process made before. The 12 bits behind
/// the milliseconds, and the first 8 behind the variant, count within one millisecond (RFC 9562, 6.2, method 1); the other 54 are random.
/// </summary>
internal static class EventIds
{
    private const int CounterBits = 20, LowCounterBits = 8, RandomBits = 54, BufferedIds = 512;

    private static long s_last;

    [ThreadStatic]
    private static ulong[]? t_random;

    [ThreadStatic]
    private static int t_used;

    /// <summary>A new id.</summary>
    /// <param name="utcTicks">The time.</param>
    public static Guid Next(long utcTicks)
    {
        var now = (utcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond << CounterBits;
        long last, next;
        do
        {
            last = Volatile.Read(ref s_last);

            // A clock that stands still or goes back must not make ids smaller.
            next = Math.Max(last + 1, now);
        }
        while (Interlocked.CompareExchange(ref s_last, next, last) != last);
        var counter = (ulong)next & ((1UL << CounterBits) - 1);
        var milliseconds = (ulong)next >> CounterBits;
        var upper = (milliseconds << 16) | 0x7000 | (counter >> LowCounterBits);
        var lower = 0x8000_0000_0000_0000 | ((counter & ((1UL << LowCounterBits) - 1)) << RandomBits) | (Random() >> (64 - RandomBits));

        // The parts of a Guid as they stand in its text, so that the text sorts as the bytes do.
        return new((uint)(upper >> 32), (ushort)(upper >> 16), (ushort)upper, (byte)(lower >> 56), (byte)(lower >> 48), (byte)(lower >> 40), (byte)(lower >> 32), (byte)(lower >> 24), (byte)(lower >> 16), (byte)(lower >> 8), (byte)lower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Random() => t_random is { } random && t_used < random.Length ? random[t_used++] : Refill();

    private static ulong Refill()
    {
        var random = t_random ??= new ulong[BufferedIds];
        RandomNumberGenerator.Fill(System.Runtime.InteropServices.MemoryMarshal.AsBytes(random.AsSpan()));
        t_used = 1;
        return random[0];
    }
}
