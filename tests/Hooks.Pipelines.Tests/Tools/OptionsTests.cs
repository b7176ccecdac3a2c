namespace Hooks.Pipelines.Tests.Tools;

/// <summary>An option that is out of range is refused at once, with its name and its value.</summary>
public sealed class OptionsTests
{
    private static readonly TimeSpan TooLong = TimeSpan.FromDays(50);

    public static TheoryData<HookPipelineOptions, string> Wrong => new()
    {
        { new() { MaxRedirects = -1 }, "MaxRedirects is -1; it has to be from 0 to 16" },
        { new() { MaxRedirects = 17 }, "MaxRedirects is 17; it has to be from 0 to 16" },
        { new() { MaxAttempts = -1 }, "MaxAttempts is -1; it has to be at least 0" },
        { new() { MaxContinuations = -1 }, "MaxContinuations is -1; it has to be at least 0" },
        { new() { CacheCapacity = 0 }, "CacheCapacity is 0; it has to be at least 1" },
        { new() { MaxRetryDelay = TimeSpan.FromTicks(-1) }, "MaxRetryDelay is -00:00:00.0000001; it has to be from zero to 49.17:02:47.2940000" },
        { new() { MaxRetryDelay = TooLong }, "MaxRetryDelay is 50.00:00:00; it has to be from zero to 49.17:02:47.2940000" },
        { new() { ToolTimeout = TimeSpan.Zero }, "ToolTimeout is 00:00:00; it has to be longer than zero and at most 49.17:02:47.2940000" },
        { new() { ToolTimeout = TooLong }, "ToolTimeout is 50.00:00:00; it has to be longer than zero and at most 49.17:02:47.2940000" },
        { new() { ObservationTimeout = Timeout.InfiniteTimeSpan }, "ObservationTimeout is -00:00:00.0010000; it has to be longer than zero and at most 49.17:02:47.2940000" },
        { new() { ObservationTimeout = TooLong }, "ObservationTimeout is 50.00:00:00; it has to be longer than zero and at most 49.17:02:47.2940000" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void It_is_named_with_its_value(HookPipelineOptions options, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => new HookDispatcherOptions { Pipeline = options });
        Assert.Equal($"HookDispatcherOptions.Pipeline: {message}.", error.Message);
    }

    [Fact]
    public async Task The_longest_times_can_be_waited_for()
    {
        var longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);
        var options = new HookPipelineOptions { ToolTimeout = longest, ObservationTimeout = longest, MaxRetryDelay = longest };
        await using var dispatcher = new HookDispatcher(new EmptyTable(), new() { Pipeline = options });
        dispatcher.Register<ToolCallContext>(HookPoint.ToolError, _ => HookResult.Retry(delay: longest));
        dispatcher.Observe<ToolCallContext>(HookPoint.AfterToolCall, async (_, _) => await Task.Yield());
        using var caller = new CancellationTokenSource();
        var invoking = dispatcher.InvokeToolAsync(ToolScene.Call(), async (_, _) => { await Task.Yield(); throw new InvalidOperationException("broken"); }, caller.Token).AsTask();
        caller.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoking);
    }
}
