using Hooks.Shared;

namespace Hooks.Commands;

/// <summary>
/// Turns a decision into an answer that an agent can express at an event. What it cannot express becomes the nearest safer thing, and a
/// notice says so.
/// </summary>
/// <param name="host">The agent.</param>
/// <param name="hostEvent">The event.</param>
/// <param name="decision">What the hooks have decided.</param>
internal readonly struct NearestAnswer(HostTable host, HostEvent hostEvent, Decision decision)
{
    private readonly HostAnswer _answer = new();

    public static HostAnswer Of(HostTable host, HostEvent hostEvent, Decision decision) => new NearestAnswer(host, hostEvent, decision).Find();

    private HostAnswer Find()
    {
        _answer.Reason = decision.Reason ?? _answer.Reason;
        _answer.Value = decision.Value;
        _answer.Changed = decision.IsChanged ? decision.Context : null;
        var context = string.Join("\n", decision.AddedContext);
        Say(Wanted());
        if (decision.StopReason is { } stop)
            StopEverything(stop);
        if (decision.Arguments is { } arguments && (_answer.Kind is HostAnswers.None or HostAnswers.Ask or HostAnswers.Allow))
            Rewrite(arguments);
        if (context.Length > 0)
            AddContext(context);
        return _answer;
    }

    private HostAnswers Wanted() => decision.Kind switch
    {
        DecisionKind.Deny => HostAnswers.Deny,
        DecisionKind.Ask => HostAnswers.Ask,
        DecisionKind.Allow => HostAnswers.Allow,
        DecisionKind.Replace => HostAnswers.Replace,
        DecisionKind.Retry when hostEvent.Moment == HostMoment.Custom => HostAnswers.KeepWorking,
        DecisionKind.Retry => HostAnswers.Retry,
        DecisionKind.KeepWorking => HostAnswers.KeepWorking,
        DecisionKind.Stop => HostAnswers.StopAll,
        _ => decision.IsChanged && !hostEvent.Takes(HostAnswers.Rewrite | HostAnswers.Narrow) ? HostAnswers.Rewrite : HostAnswers.None,
    };

    private void Say(HostAnswers wanted)
    {
        _answer.Kind = wanted;
        if (wanted == HostAnswers.None || hostEvent.Takes(wanted))
            return;
        switch (wanted)
        {
            // The agent asks its user itself.
            case HostAnswers.Ask when hostEvent.Moment == HostMoment.PermissionRequest:
                _answer.Kind = HostAnswers.None;
                break;
            case HostAnswers.Deny when hostEvent.Moment == HostMoment.ToolResult && hostEvent.Takes(HostAnswers.Replace):
                _answer.Kind = HostAnswers.Replace;
                _answer.Value = _answer.Reason;
                _answer.IsWithheld = true;
                break;
            case HostAnswers.Deny or HostAnswers.Replace when hostEvent.Moment == HostMoment.ToolResult:
                if (wanted == HostAnswers.Replace)
                    _answer.Reason = decision.Reason ?? "A hook has replaced the result of the call, which cannot be done here.";
                Instead(hostEvent.Takes(HostAnswers.StopAll) ? HostAnswers.StopAll : HostAnswers.None, wanted == HostAnswers.Replace ? "replace the result" : "keep the result from the model");
                break;
            case HostAnswers.Deny when hostEvent.Moment == HostMoment.ModelChunk || hostEvent.CustomContext is not null && hostEvent.Takes(HostAnswers.Replace):
                _answer.Value = _answer.Reason;
                _answer.Kind = HostAnswers.Replace;
                break;
            case HostAnswers.Deny when hostEvent.Takes(HostAnswers.StopAll):
                Instead(HostAnswers.StopAll, "deny");
                break;
            case HostAnswers.Deny when hostEvent.Takes(HostAnswers.Narrow):
                _answer.Kind = HostAnswers.Narrow;
                break;
            case HostAnswers.Deny or HostAnswers.StopAll or HostAnswers.KeepWorking or HostAnswers.Allow:
                Instead(HostAnswers.None, wanted switch { HostAnswers.StopAll => "stop the agent", HostAnswers.KeepWorking => "keep the agent working", HostAnswers.Allow => "allow", _ => "deny" });
                break;
            case HostAnswers.Retry or HostAnswers.Replace when hostEvent.Moment is HostMoment.ToolResult or HostMoment.ToolFailure:
                Tell(wanted);
                break;
            case HostAnswers.Replace when decision.Value is { } value && hostEvent.Moment == HostMoment.ToolCall:
                _answer.Reason = $"The call was not made. This stands in for its result: {AnswerText.Of(value)}";
                Instead(HostAnswers.Deny, "put a result in the place of the call");
                break;
            case HostAnswers.Retry when hostEvent.Moment == HostMoment.PermissionDenied:
                Instead(HostAnswers.None, "let the model try again");
                break;
            default:
                Instead(hostEvent.Takes(HostAnswers.Deny) ? HostAnswers.Deny : HostAnswers.None, wanted switch { HostAnswers.Ask => "ask", HostAnswers.Replace or HostAnswers.Rewrite => "take a change", _ => "answer " + wanted });
                break;
        }
    }

    // After a call the model can be told what a hook would have done.
    private void Tell(HostAnswers wanted)
    {
        var text = wanted == HostAnswers.Retry ? $"A hook asks for the call to be made again: {_answer.Reason}" : $"A hook gives this in place of the result: {AnswerText.Of(decision.Value)}";
        if (hostEvent.Takes(HostAnswers.Feedback))
        {
            _answer.Kind = HostAnswers.Feedback;
            _answer.Reason = text;
        }
        else
        {
            Instead(HostAnswers.None, wanted == HostAnswers.Retry ? "call again" : "replace the error");
            _answer.AddedContext = text;
        }
    }

    private void StopEverything(string reason)
    {
        // An agent that does not stop goes on with what a hook has put there, and not with what it has kept back.
        if (_answer.Kind == HostAnswers.Replace && !hostEvent.Takes(HostAnswers.StopAll | HostAnswers.Deny))
        {
            Instead(HostAnswers.Replace, "stop the agent");
            return;
        }

        _answer.Reason = reason;
        if (hostEvent.Takes(HostAnswers.StopAll))
            _answer.Kind = HostAnswers.StopAll;
        else
            Instead(hostEvent.Takes(HostAnswers.Deny) ? HostAnswers.Deny : HostAnswers.None, "stop the agent");
    }

    private void Rewrite(HookArguments arguments)
    {
        _answer.Arguments = arguments;
        if (hostEvent.Takes(HostAnswers.Rewrite))
            return;
        if (hostEvent.Takes(HostAnswers.RewriteApproves) && decision.Kind != DecisionKind.Ask && (decision.ApprovesRewrite || _answer.Kind == HostAnswers.Allow))
        {
            _answer.Kind = HostAnswers.Allow;
            return;
        }

        _answer.Arguments = null;
        _answer.Reason = "A hook has changed the arguments, which cannot be done here without skipping the user's approval.";
        Instead(HostAnswers.Deny, "take changed arguments without approving the call");
    }

    private void AddContext(string context)
    {
        if (_answer.AddedContext is not null)
            context = _answer.AddedContext + "\n" + context;
        var alone = !hostEvent.Takes(HostAnswers.AddContext) ? ""
            : _answer.Kind == HostAnswers.StopAll ? " beside a stop"
            : _answer.Kind == HostAnswers.Allow && hostEvent.Takes(HostAnswers.RewriteApproves) ? " beside an approval"
            : null;
        if (alone is null)
        {
            _answer.AddedContext = context;
        }
        else if (_answer.Kind is HostAnswers.Deny or HostAnswers.KeepWorking or HostAnswers.Feedback)
        {
            _answer.AddedContext = null;
            _answer.Reason += "\n" + context;
        }
        else
        {
            _answer.AddedContext = null;
            _answer.Notices.Add($"{host.DisplayName} takes no context at {hostEvent.Name}{alone}; what hooks have added is lost.");
        }
    }

    private void Instead(HostAnswers said, string wanted)
    {
        _answer.Kind = said;
        _answer.Notices.Add($"{host.DisplayName} cannot {wanted} at {hostEvent.Name}; " + said switch
        {
            HostAnswers.Deny => "this denies.",
            HostAnswers.Replace => "what replaces it stands.",
            HostAnswers.StopAll => "this stops the agent.",
            _ => "nothing is said.",
        });
    }
}
