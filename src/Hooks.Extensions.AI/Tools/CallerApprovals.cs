using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tools;

/// <summary>
/// What the caller has answered to requests for approval, as the messages of one request say it. An approval is good for
/// one call, however often the request is tried.
/// </summary>
internal sealed class CallerApprovals
{
    private readonly List<(string Name, HookArguments? Arguments)> _approved = [];

    public CallerApprovals(IEnumerable<ChatMessage> messages)
    {
        var given = messages.ToList();
        var contents = given.SelectMany(message => message.Contents).ToList();

        // What has a result already is over.
        var over = contents.OfType<FunctionResultContent>().Select(result => result.CallId).ToHashSet(StringComparer.Ordinal);
        var answers = given
            .Where(message => message.Role == ChatRole.User || message.Role == ChatRole.Tool)
            .SelectMany(message => message.Contents)
            .OfType<ToolApprovalResponseContent>()
            .Where(answer => answer.ToolCall is FunctionCallContent call && !over.Contains(call.CallId))
            .ToList();

        // A refusal stands, whatever is said besides; and an answer that is sent twice is one.
        var requests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in answers.OrderBy(answer => answer.Approved))
        {
            var call = (FunctionCallContent)answer.ToolCall;
            if (!requests.Add(answer.RequestId) || !Answered.TryAdd(call.CallId, call.Name))
                continue;
            if (answer.Approved)
                _approved.Add((call.Name, ArgumentsOf(call)));
            else
                Refused.Add(call.CallId);
        }
    }

    /// <summary>The ids of the calls that were refused.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the calls that were approved or refused, by id.</summary>
    public Dictionary<string, string> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the caller has approved a call with these arguments, which uses the approval up.</summary>
    public bool TryUse(string name, HookArguments arguments)
    {
        lock (_approved)
        {
            var index = _approved.FindIndex(approved => approved.Name == name && arguments.DeepEquals(approved.Arguments));
            if (index < 0)
                return false;
            _approved.RemoveAt(index);
            return true;
        }
    }

    // Null: nothing that could be compared, so that the approver is asked.
    private static HookArguments? ArgumentsOf(FunctionCallContent call)
    {
        try
        {
            return call.Arguments is null ? new() : new(call.Arguments);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
