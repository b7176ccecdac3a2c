using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Hooks;

namespace Alpine.Resilience;

/// <summary>Transient errors are tried again with a growing delay; everything else is left to the agent.</summary>
public sealed class RetryPolicies
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private readonly Random _random = Random.Shared;

    [Hook(HookPoint.ToolError, Tools = "@fetch|mcp__*")]
    public HookResult RetryTransient(ToolCallContext call)
    {
        if (call.Error is null || !IsTransient(call.Error))
            return HookResult.Continue;
        if (call.Attempt >= 4)
            return HookResult.Cancel($"{call.ToolName} failed {call.Attempt} times: {call.ErrorMessage}");
        return HookResult.Retry(call.ErrorMessage, DelayFor(call.Attempt), maxAttempts: 4);
    }

    [Hook(HookPoint.ToolError, Tools = "@read", Priority = HookPriority.High)]
    public HookResult ReplaceMissingFile(ToolCallContext call) =>
        call.Error is FileNotFoundException or DirectoryNotFoundException
            ? HookResult.Replace("(the file does not exist)")
            : HookResult.Continue;

    [Hook(HookPoint.AfterModelCall)]
    public HookResult RetryEmptyAnswer(ModelCallContext call)
    {
        var isEmpty = string.IsNullOrWhiteSpace(call.ResponseText) && call.RequestedTools is null or { Count: 0 };
        if (isEmpty && call.FinishReason != "content_filter")
            return HookResult.Retry("the answer was empty");
        return HookResult.Continue;
    }

    [Hook(HookPoint.AgentError)]
    public HookResult RetryOverload(AgentContext agent)
    {
        if (agent.Error is HttpRequestException { StatusCode: HttpStatusCode.TooManyRequests or (HttpStatusCode)529 })
            return HookResult.Retry("the model is overloaded", TimeSpan.FromSeconds(30), 2);

        agent.AddContext("The run failed: " + agent.ErrorMessage);
        return HookResult.Continue;
    }

    [Hook(HookPoint.StateConflict)]
    public HookResult RetryOnce(StateContext state)
    {
        const string Tried = "Alpine.Resilience.Tried";
        if (state.Items.ContainsKey(Tried))
            return HookResult.Cancel($"'{state.Key}' was changed by somebody else");
        state.Items[Tried] = true;
        return HookResult.Retry(delay: FirstDelay);
    }

    private TimeSpan DelayFor(int attempt)
    {
        var exponential = FirstDelay * Math.Pow(2, attempt - 1);
        return exponential + TimeSpan.FromMilliseconds(_random.Next(0, 100));
    }

    private static bool IsTransient(Exception error) => error switch
    {
        HttpRequestException { StatusCode: null or >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => true,
        TimeoutException or SocketException => true,
        IOException { InnerException: SocketException } => true,
        AggregateException many => many.InnerExceptions.All(IsTransient),
        _ => false,
    };
}
