using Hooks;

namespace ChatAgent.Guards;

/// <summary>Services of others, which are slow and fail now and then.</summary>
internal static class SlowServices
{
    [Hook(HookPoint.BeforeToolCall, Name = "keep-rates", Tools = "exchange_rate", Description = "An exchange rate is good for an hour, for everybody.")]
    public static HookResult KeepRates(ToolCallContext call) => HookResult.Cache(TimeSpan.FromHours(1), shared: true);

    [Hook(HookPoint.ToolError, Name = "ask-carrier-again", Tools = "track_parcel", Description = "The carrier may answer the second time.")]
    public static HookResult AskAgain(ToolCallContext call) => HookResult.Retry("the carrier may answer now", TimeSpan.FromMilliseconds(200), maxAttempts: 2);
}
