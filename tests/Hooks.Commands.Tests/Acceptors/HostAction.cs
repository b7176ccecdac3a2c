using System.Text;
using System.Text.Json;

namespace Hooks.Commands.Tests.Acceptors;

/// <summary>The way that things take after a hook.</summary>
internal enum HostCourse
{
    /// <summary>As if there were no hook: the host's own rules and questions still apply.</summary>
    Proceeds,

    /// <summary>It happens, and the host does not ask its user any more.</summary>
    Approved,

    /// <summary>It does not happen.</summary>
    Denied,

    /// <summary>The user is asked.</summary>
    Asks,

    /// <summary>The agent, or the subagent, works on with the reason as its next prompt.</summary>
    KeepsWorking,

    /// <summary>The agent stops.</summary>
    StopsAll,
}

/// <summary>Who reads a reason.</summary>
internal enum Reader
{
    Nobody,
    User,
    Model,
}

/// <summary>What a host does after a hook, in the words of the reference. <see cref="ToString"/> is what the tests compare.</summary>
internal sealed record HostAction(HostCourse Course)
{
    /// <summary>The reason that goes with the course.</summary>
    public string? Reason { get; init; }

    /// <summary>Who reads it.</summary>
    public Reader Reader { get; init; }

    /// <summary>The arguments with which the tool runs, whole, if the hook changed them.</summary>
    public JsonElement? Input { get; init; }

    /// <summary>What the model reads in addition.</summary>
    public string? Context { get; init; }

    /// <summary>What stands in the place of the tool's result, the model's answer or the shown message.</summary>
    public string? Result { get; init; }

    /// <summary>What the model reads beside a result that stays.</summary>
    public string? Feedback { get; init; }

    /// <summary>What the user is shown.</summary>
    public string? Notice { get; init; }

    /// <summary>What only this event knows: <c>retry=true</c>.</summary>
    public string? Extra { get; init; }

    /// <summary>Why the host counts the hook as failed, or the reference does not say what the host makes of its answer; null if all is well.</summary>
    public string? Failure { get; init; }

    /// <summary>What was sent in vain.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Nothing was said, and nothing changes.</summary>
    public static HostAction Nothing { get; } = new(HostCourse.Proceeds);

    /// <summary>A hook that failed where failing opens.</summary>
    public static HostAction Failed(string why) => Nothing with { Failure = why };

    public HostAction Ignoring(params IEnumerable<string> what) => this with { Ignored = [.. Ignored, .. what] };

    // The members by name, so that a test need not know in which order they were sent.
    private static string InOrder(JsonElement input) =>
        $"{{{string.Join(",", input.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}"))}}}";

    public override string ToString()
    {
        var text = new StringBuilder(Course.ToString());
        if (Reason is not null)
            text.Append($" '{Reason}' to {Reader}");
        if (Input is { } input)
            text.Append($", input {InOrder(input)}");
        Append("context", Context);
        Append("result", Result);
        Append("feedback", Feedback);
        Append("notice", Notice);
        Append("extra", Extra);
        Append("FAILED", Failure);
        if (Ignored.Count > 0)
            Append("IGNORED", string.Join(" ", Ignored));
        return text.ToString();

        void Append(string what, string? value)
        {
            if (value is not null)
                text.Append($", {what} '{value}'");
        }
    }
}
