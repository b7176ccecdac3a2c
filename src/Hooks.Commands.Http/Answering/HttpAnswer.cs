using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hooks.Commands.Http;

/// <summary>What goes back over HTTP: where an agent waits for leave always with a status that it reads, for it takes any other for leave.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; empty says nothing.</param>
internal sealed record HttpAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The answer that a command would have written, in the form that the agent reads from a server.</summary>
    /// <param name="path">The event.</param>
    /// <param name="reply">What the command would have said.</param>
    /// <param name="notice">What people should know; null if nothing was lost.</param>
    public static HttpAnswer Of(EventPath path, HostReply reply, out string? notice)
    {
        notice = null;
        if (reply.ExitCode == 0)
            return path.EventName == "WorktreeCreate" && !reply.Output.IsEmpty ? Worktree(reply) : new(StatusCodes.Status200OK, reply.Output);
        notice = $"{path.Host.Table.DisplayName} reads an exit code at {path.EventName}, which a server cannot give; ";
        switch (path.EventName)
        {
            case "TaskCompleted":
                notice += "this stops the agent.";
                return Json(writer =>
                {
                    writer.WriteBoolean("continue", false);
                    writer.WriteString("stopReason", reply.Error);
                });
            case "WorktreeCreate":
                notice += "the request fails.";
                return Text(StatusCodes.Status500InternalServerError, reply.Error ?? Decision.GenericReason);
            case var _ when path.Event?.IsGate != false:
                notice += "this denies in all forms that need no event's name.";
                return DeniedAnywhere(path.Agent == CodingAgent.CopilotCli);
            default:
                notice += "nothing is said.";
                return new(StatusCodes.Status200OK, default);
        }
    }

    /// <summary>
    /// A denial where nobody knows of which event: in all the forms that need no event's name. Of Claude Code's gates only elicitations
    /// read none of them (reference, sections 2.4 to 2.6); there its user is asked, as without hooks.
    /// </summary>
    /// <param name="isCopilot">Whether it is for Copilot CLI, which has other forms.</param>
    public static HttpAnswer DeniedAnywhere(bool isCopilot) => Json(writer =>
    {
        if (isCopilot)
        {
            writer.WriteString("permissionDecision", "deny");
            writer.WriteString("permissionDecisionReason", Decision.GenericReason);
            writer.WriteString("behavior", "deny");
            writer.WriteString("message", Decision.GenericReason);
            return;
        }

        writer.WriteBoolean("continue", false);
        writer.WriteString("stopReason", Decision.GenericReason);
        writer.WriteString("decision", "block");
        writer.WriteString("reason", Decision.GenericReason);
    });

    public static HttpAnswer Text(int status, string text) => new(status, Encoding.UTF8.GetBytes(text + "\n"));

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentLength = Body.Length;
        if (Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (Status == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;
        if (Body.IsEmpty)
            return;
        response.ContentType = Status == StatusCodes.Status200OK ? "application/json" : "text/plain; charset=utf-8";
        await response.Body.WriteAsync(Body, cancellationToken);
    }

    private static HttpAnswer Worktree(HostReply reply) => Json(writer =>
    {
        writer.WriteStartObject("hookSpecificOutput");
        writer.WriteString("hookEventName", "WorktreeCreate");
        writer.WriteString("worktreePath", reply.Output.Span.TrimEnd((byte)'\n'));
        writer.WriteEndObject();
    });

    private static HttpAnswer Json(Action<System.Text.Json.Utf8JsonWriter> write) => new(StatusCodes.Status200OK, HostReply.Json(write).Output);
}
