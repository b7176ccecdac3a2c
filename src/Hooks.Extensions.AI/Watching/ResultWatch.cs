using Hooks.Extensions.AI.Tools;
using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Watching;

/// <summary>
/// Looks at the messages of one request, and at what comes back, for results of functions whose calls have come past no
/// hooks, and raises <see cref="HookPoint.SecurityViolation"/> for each.
/// </summary>
/// <param name="dispatcher">The hooks.</param>
/// <param name="request">The request.</param>
/// <param name="declared">The functions that are only declared: whoever does their work answers for them.</param>
internal sealed class ResultWatch(HookDispatcher dispatcher, ToolRequest request, IReadOnlySet<string> declared)
{
    private readonly CallLedger _ledger = CallLedger.Of(dispatcher);
    private readonly Dictionary<string, string> _open = new(request.Approvals.Answered, StringComparer.Ordinal);

    /// <summary>Results that the caller sends, of calls that it has made itself.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="isKeptElsewhere">Whether the service keeps the conversation, so that the calls are not among the messages.</param>
    public async ValueTask LookAtRequestAsync(IEnumerable<ChatMessage> messages, bool isKeptElsewhere)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var content in messages.SelectMany(message => message.Contents))
        {
            if (content is FunctionCallContent call)
                names[call.CallId] = call.Name;
            else if (content is FunctionResultContent result
                && (names.GetValueOrDefault(result.CallId) ?? (isKeptElsewhere ? _ledger.NameOf(result.CallId) : null)) is { } name
                && _ledger.TryAnswer(result.CallId, name) && !_ledger.TryClaim(name, result.CallId, request: null))
                await RaiseAsync(name, result.CallId).ConfigureAwait(false);
        }

        // What the caller has refused will have a result, and no call.
        foreach (var (callId, name) in request.Approvals.Answered)
        {
            if (request.Approvals.Refused.Contains(callId))
                _ledger.TryAnswer(callId, name);
        }
    }

    /// <summary>Results of calls that the client beneath has made.</summary>
    public async ValueTask LookAtAnswerAsync(IList<AIContent> contents)
    {
        foreach (var content in contents)
        {
            switch (content)
            {
                case FunctionCallContent { InformationalOnly: false } call when !declared.Contains(call.Name):
                    _open[call.CallId] = call.Name;
                    break;
                case FunctionResultContent result when _open.Remove(result.CallId, out var name):
                    if (!request.Approvals.Refused.Contains(result.CallId) && !_ledger.TryClaim(name, result.CallId, request))
                        await RaiseAsync(name, result.CallId).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>The answer is complete: calls that have no result yet are left to the caller.</summary>
    public void Close()
    {
        _ledger.Forget(request);
        foreach (var (callId, name) in _open)
        {
            if (!request.Approvals.Answered.ContainsKey(callId))
                _ledger.Ask(callId, name);
        }
    }

    private async ValueTask RaiseAsync(string name, string callId)
    {
        if (!dispatcher.ShouldFire(HookPoint.SecurityViolation))
            return;
        await dispatcher.SecurityViolationAsync(
            new()
            {
                Parent = request.Parent,
                Component = "Hooks.Extensions.AI",
                Category = "unguarded_tool_call",
                Severity = HookSeverity.High,
                Origin = name,
                Message = $"The function '{name}' has a result (call '{callId}'), but its call has come past no hooks.",
            },
            CancellationToken.None).ConfigureAwait(false);
    }
}
