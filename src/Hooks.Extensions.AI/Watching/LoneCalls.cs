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

    // The ledger knows of no more calls that a model has asked for, so that no more results can claim one.
    private const int MostOpen = CallLedger.MostAsked;

    private readonly Dictionary<string, Claims> _any = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string CallId), Claims> _known = [];
    private readonly Queue<(string Name, string CallId)> _knownInOrder = new();

    // An agent that makes up names does not fill the memory: those that come too late stand for each other.
    private readonly Claims _rest = new();

    public void Pass(string name, string? callId)
    {
        if (callId is null)
        {
            PassAny(name);
            return;
        }

        if (!_known.TryGetValue((name, callId), out var claims))
            _known[(name, callId)] = claims = new();
        claims.Add();
        _knownInOrder.Enqueue((name, callId));
        if (_knownInOrder.Count > MostKnown)
            ForgetOldest();
    }

    /// <summary>Claims the call with this id.</summary>
    /// <param name="name">The function.</param>
    /// <param name="callId">The call's id.</param>
    /// <param name="isAnswer">Whether its result is in an answer, and not among messages: it may be found in both.</param>
    public bool TryClaim(string name, string callId, bool isAnswer) => _known.TryGetValue((name, callId), out var claims) && claims.TryTake(isAnswer);

    /// <summary>Claims a call of the function whose id nobody knows.</summary>
    public bool TryClaimAny(string name, bool isAnswer) => (_any.GetValueOrDefault(name) ?? _rest).TryTake(isAnswer);

    private void PassAny(string name)
    {
        if (!_any.TryGetValue(name, out var claims))
        {
            claims = _rest;
            if (_any.Count < MostNames)
                _any[name] = claims = new();
        }

        claims.Add();
        claims.Limit();
    }

    private void ForgetOldest()
    {
        var oldest = _knownInOrder.Dequeue();
        if (!_known.TryGetValue(oldest, out var claims))
            return;
        var isOpen = claims.TryTake(isAnswer: false) & claims.TryTake(isAnswer: true);
        if (claims.AreTaken)
            _known.Remove(oldest);
        if (isOpen)
            PassAny(oldest.Name);
    }

    // How many calls results among messages, and results in answers, can still claim.
    private sealed class Claims
    {
        private int _asMessage;
        private int _asAnswer;

        public bool AreTaken => _asMessage == 0 && _asAnswer == 0;

        public void Add()
        {
            _asMessage++;
            _asAnswer++;
        }

        public bool TryTake(bool isAnswer)
        {
            ref var left = ref isAnswer ? ref _asAnswer : ref _asMessage;
            if (left == 0)
                return false;
            left--;
            return true;
        }

        // Most calls are claimed in one way only: what is left of the other covers for no more than a few.
        public void Limit() => (_asMessage, _asAnswer) = (Math.Min(_asMessage, Math.Min(_asAnswer + MostKnown, MostOpen)), Math.Min(_asAnswer, Math.Min(_asMessage + MostKnown, MostOpen)));
    }
}
