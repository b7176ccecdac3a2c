using System.Runtime.InteropServices;

namespace Hooks.Extensions.AI.Watching;

/// <summary>
/// The calls that have come past hooks and belong to no request of which anyone knows, by function and, where it was said,
/// by the call's id. Most are called without one, and cost a count.
/// </summary>
internal sealed class LoneCalls
{
    // What nobody asks for is forgotten, the oldest first: then it may have been any call of the function.
    private const int MostKnown = 1_000;
    private const int MostNames = 10_000;

    private readonly Dictionary<(string Name, string? CallId), Claims> _calls = [];
    private readonly Queue<(string Name, string? CallId)> _known = new();

    public void Pass(string name, string? callId)
    {
        if (callId is null)
        {
            PassAny(name);
            return;
        }

        ref var claims = ref CollectionsMarshal.GetValueRefOrAddDefault(_calls, (name, callId), out _);
        claims = claims.Add(1, 1);
        _known.Enqueue((name, callId));
        if (_known.Count > MostKnown)
            ForgetOldest();
    }

    /// <summary>Claims the call with this id.</summary>
    /// <param name="name">The function.</param>
    /// <param name="callId">The call's id.</param>
    /// <param name="isAnswer">Whether its result is in an answer, and not among messages: it may be found in both.</param>
    public bool TryClaim(string name, string callId, bool isAnswer) => TryClaim((name, callId), isAnswer);

    /// <summary>Claims a call of the function whose id nobody knows.</summary>
    public bool TryClaimAny(string name, bool isAnswer) => TryClaim(AnyOf(name), isAnswer);

    private void PassAny(string name)
    {
        ref var claims = ref CollectionsMarshal.GetValueRefOrAddDefault(_calls, AnyOf(name), out _);
        claims = claims.Add(1, 1).Within(MostKnown);
    }

    private void ForgetOldest()
    {
        var oldest = _known.Dequeue();
        if (!_calls.TryGetValue(oldest, out var claims))
            return;
        Keep(oldest, claims.Add(-1, -1));
        if (claims is { AsMessage: > 0, AsAnswer: > 0 })
            PassAny(oldest.Name);
    }

    private bool TryClaim((string Name, string? CallId) key, bool isAnswer)
    {
        if (!_calls.TryGetValue(key, out var claims) || (isAnswer ? claims.AsAnswer : claims.AsMessage) == 0)
            return false;
        Keep(key, isAnswer ? claims.Add(0, -1) : claims.Add(-1, 0));
        return true;
    }

    private void Keep((string Name, string? CallId) key, Claims claims)
    {
        if (claims is { AsMessage: 0, AsAnswer: 0 })
            _calls.Remove(key);
        else
            _calls[key] = claims;
    }

    // An agent that makes up names does not fill the memory: those that come too late stand for each other.
    private (string Name, string? CallId) AnyOf(string name) =>
        _calls.Count < MostNames || _calls.ContainsKey((name, null)) ? (name, null) : (string.Empty, null);

    // How many calls results among messages, and results in answers, can still claim.
    private readonly record struct Claims(int AsMessage, int AsAnswer)
    {
        public Claims Add(int asMessage, int asAnswer) => new(Math.Max(0, AsMessage + asMessage), Math.Max(0, AsAnswer + asAnswer));

        // Most calls are claimed in one way only: what is left of the other covers for no more than a few.
        public Claims Within(int most) => new(Math.Min(AsMessage, AsAnswer + most), Math.Min(AsAnswer, AsMessage + most));
    }
}
