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
    // What was seen and never asked for again is forgotten, the oldest first.
    private const int MostPassed = 1_000;
    private const int MostAsked = 10_000;

    private static readonly ConditionalWeakTable<HookDispatcher, CallLedger> Known = new();

    private readonly object _gate = new();
    private readonly LinkedList<PassedCall> _passed = new();
    private readonly Dictionary<(string CallId, string Name), LinkedListNode<(string CallId, string Name)>> _asked = [];
    private readonly LinkedList<(string CallId, string Name)> _askedInOrder = new();

    private CallLedger()
    {
    }

    public static CallLedger Of(HookDispatcher dispatcher) => Known.GetValue(dispatcher, static _ => new());

    /// <summary>A call of a function has come to its hooks.</summary>
    public void Pass(string name, string? callId, ToolRequest? request)
    {
        lock (_gate)
        {
            _passed.AddLast(new PassedCall(name, callId, request));
            if (_passed.Count > MostPassed)
                _passed.RemoveFirst();
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
            var found = _passed.FirstOrDefault(passed => passed.Name == name
                && (passed.CallId is null || passed.CallId == callId)
                && (request is null ? !passed.IsClaimedAsMessage : !passed.IsClaimedAsAnswer && (passed.Request ?? request) == request));
            if (found is null)
                return false;
            found.IsClaimedAsMessage |= request is null;
            found.IsClaimedAsAnswer |= request is not null;
            return true;
        }
    }

    /// <summary>A request is over: nobody will ask for its calls any more.</summary>
    public void Forget(ToolRequest request)
    {
        lock (_gate)
        {
            for (var node = _passed.First; node is not null;)
            {
                var next = node.Next;
                if (ReferenceEquals(node.Value.Request, request))
                    _passed.Remove(node);
                node = next;
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

    private sealed class PassedCall(string name, string? callId, ToolRequest? request)
    {
        public string Name => name;

        public string? CallId => callId;

        public ToolRequest? Request => request;

        public bool IsClaimedAsMessage { get; set; }

        public bool IsClaimedAsAnswer { get; set; }
    }
}
