using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooks.Commands.Http;

/// <summary>What is answered to each request.</summary>
/// <param name="port">The server's port.</param>
/// <param name="settings">How it was set up.</param>
/// <param name="dispatcher">The hooks.</param>
/// <param name="options">How payloads are read and the log is kept.</param>
/// <param name="remarks">What people should know.</param>
/// <param name="running">Counts them.</param>
internal sealed class GuardApplication(int port, ServerSettings settings, HookDispatcher dispatcher, CommandHostOptions options, ServerRemarks remarks, RunningRequests running) : IHttpApplication<HttpContext>
{
    private readonly RequestRules _rules = new(port, settings.Token);
    private readonly SemaphoreSlim _slots = new(settings.AtOnce);
    private readonly CommandHostOptions _options = new()
    {
        Error = remarks.Error,
        LogPath = options.LogPath,
        MaxInputBytes = options.MaxInputBytes,
        TimeProvider = options.TimeProvider,
    };

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        running.Enter();
        try
        {
            await AnswerAsync(context);
        }
        finally
        {
            running.Leave();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        HttpAnswer answer;
        var path = EventPath.Parse(context.Request.Path, context.Request.Query);
        try
        {
            answer = path is null ? Nowhere(context.Request)
                : _rules.Check(context.Request) is { } refusal ? Refuse(path, refusal, context.Request)
                : Take(path, await new EventRequest(path, context.Request, _slots, settings.Deadline).AnswerAsync(dispatcher, _options));
        }
        catch (Exception error)
        {
            remarks.Say(error.ToString());
            answer = path is not null && IsGuarded(path) ? Denied(path) : HttpAnswer.Text(StatusCodes.Status500InternalServerError, Decision.GenericReason);
        }

        await answer.WriteAsync(context.Response, context.RequestAborted);
    }

    // An agent with a wrong token takes every status but 200 for leave. What it is told instead is the same for everybody, and no hook runs.
    private HttpAnswer Refuse(EventPath path, Refusal refusal, HttpRequest request)
    {
        remarks.Refused(refusal.Reason);
        return IsGuarded(path) && HttpMethods.IsPost(request.Method) ? Denied(path) : HttpAnswer.Text(refusal.Status, refusal.Reason);
    }

    // Who posts to a wrong address may be an agent that waits for leave, at whichever event.
    private HttpAnswer Nowhere(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return HttpAnswer.Text(StatusCodes.Status404NotFound, "There is nothing here. Events are posted to /claude/PreToolUse and the like.");
        remarks.Refused("The address is no event's; events are posted to /claude/PreToolUse and the like.");
        return HttpAnswer.DeniedAnywhere(EventPath.IsOfCopilot(request.Path));
    }

    private bool IsGuarded(EventPath path) => path.Event is null || HookedEvents.IsGuarded(path.Event, dispatcher);

    private HttpAnswer Denied(EventPath path) => path.Event is { } known
        ? Take(path, path.Host.Answer(known, null, Decision.Failed()))
        : HttpAnswer.DeniedAnywhere(path.Agent == CodingAgent.CopilotCli);

    private HttpAnswer Take(EventPath path, HostReply reply)
    {
        var answer = HttpAnswer.Of(path, reply, out var notice);
        if (notice is not null)
            remarks.Say(notice);
        return answer;
    }
}
