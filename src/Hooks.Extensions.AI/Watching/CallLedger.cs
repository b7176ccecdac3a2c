using System.Runtime.CompilerServices;
using Hooks.Extensions.AI.Tools;

namespace Hooks.Extensions.AI.Watching;

/// <summary>
/// Which calls of functions have come past a dispatcher's hooks, and which calls models have asked for. Whoever sees a
/// result looks here whether its call was seen.
/// </summary>
/// <remarks>
/// Loops seldom say for which of the model's calls they call a function. Then any call of the function that nobody else has
/// claimed will do: a call that went past the hooks may be mistaken for another one for a while, but none is accused that did not.
/// </remarks>
internal sealed class CallLedger
{
    private const int MostAsked = 10_000;

    private static readonly ConditionalWeakTable<HookDispatcher, CallLedger> Known = new();

    private readonly object _gate = new();
    private readonly Dictionary<string, List<PassedCall>> _passed = new(StringComparer.Ordinal);
    private readonly LoneCalls _alone = new();
    private readonly Dictionary<(string CallId, string Name), LinkedListNode<(string CallId, string Name)>> _asked = [];
    private readonly LinkedList<(string CallId, string Name)> _askedInOrder = new();

    private CallLedger()
    {
    }

    public static CallLedger Of(HookDispatcher dispatcher) => Known.GetValue(dispatcher, static dispatcher =>
    {
        // Calls of a loop that hands them to the dispatcher itself have come past the same hooks.
        var ledger = new CallLedger();
        dispatcher.ToolCallHanded = call => ledger.Pass(call.ToolName, call.CallId, request: null);
        return ledger;
    });

    /// <summary>A call of a function has come to its hooks.</summary>
    public void Pass(string name, string? callId, ToolRequest? request)
    {
        lock (_gate)
        {
            if (request is null)
            {
                _alone.Pass(name, callId);
                return;
            }

            if (!_passed.TryGetValue(name, out var calls))
                _passed[name] = calls = [];
            calls.Add(new(callId, request));
            request.Names.Add(name);
        }
    }

    /// <summary>
    /// Claims a call of the function that has come past its hooks: one of the request, or one of which no request is known.
    /// </summary>
    /// <param name="name">The function.</param>
    /// <param name="callId">The call's id, as the model gave it.</param>
    /// <param name="request">The request in whose answer the result is; null if it is among the messages of one.</param>
    /// <returns>False if there was none. Of two clients, one around the other, one finds a result in an answer and the other among messages, and both may claim its call.</returns>
    public bool TryClaim(string name, string callId, ToolRequest? request)
    {
        lock (_gate)
        {
            return _alone.TryClaim(name, callId, isAnswer: request is not null)
                || TryClaimOfRequest(name, callId, request)
                || _alone.TryClaimAny(name, isAnswer: request is not null);
        }
    }

    /// <summary>A request is over: nobody will ask for its calls any more.</summary>
    public void Forget(ToolRequest request)
    {
        lock (_gate)
        {
            foreach (var name in request.Names)
            {
                if (_passed.TryGetValue(name, out var calls) && calls.RemoveAll(passed => ReferenceEquals(passed.Request, request)) > 0 && calls.Count == 0)
                    _passed.Remove(name);
            }
        }
    }

    /// <summary>A model has asked for a call, and whoever reads its answer is to make it.</summary>
    public void Ask(string callId, string name)
    {
        lock (_gate)
        {
            if (_asked.ContainsKey((callId, name)))
                return;
            _asked[(callId, name)] = _askedInOrder.AddLast((callId, name));
            if (_asked.Count > MostAsked)
            {
                _asked.Remove(_askedInOrder.First!.Value);
                _askedInOrder.RemoveFirst();
            }
        }
    }

    /// <summary>The result of a call is there, or it is known that there will be none.</summary>
    /// <returns>Whether a model had asked for it, and this is the first to say so.</returns>
    public bool TryAnswer(string callId, string name)
    {
        lock (_gate)
        {
            if (!_asked.Remove((callId, name), out var node))
                return false;
            _askedInOrder.Remove(node);
            return true;
        }
    }

    /// <summary>The function whose call with this id a model has asked for, and that has no result yet; null if there is none, or there are several.</summary>
    public string? NameOf(string callId)
    {
        lock (_gate)
        {
            var names = _askedInOrder.Where(asked => asked.CallId == callId).Take(2).ToList();
            return names is [var only] ? only.Name : null;
        }
    }

    private bool TryClaimOfRequest(string name, string callId, ToolRequest? request)
    {
        var found = _passed.GetValueOrDefault(name)?.Find(passed => (passed.CallId is null || passed.CallId == callId)
            && (request is null ? !passed.IsClaimedAsMessage : !passed.IsClaimedAsAnswer && passed.Request == request));
        if (found is null)
            return false;
        found.IsClaimedAsMessage |= request is null;
        found.IsClaimedAsAnswer |= request is not null;
        return true;
    }

    private sealed class PassedCall(string? callId, ToolRequest request)
    {
        public string? CallId => callId;

        public ToolRequest Request => request;

        public bool IsClaimedAsMessage { get; set; }

        public bool IsClaimedAsAnswer { get; set; }
    }
}
