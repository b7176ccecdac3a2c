using System.Text;

namespace Hooks.Commands.Tests.Invoking;

/// <summary>A program whose thread has a synchronization context may wait there for the command, as a window or an old web server does.</summary>
public class CallerTests
{
    [Fact]
    public async Task Nothing_is_left_to_the_callers_synchronization_context()
    {
        var posted = new PostedTo();
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var dispatcher = Verbs.Guards.At();
        dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, async (_, _) =>
        {
            await goOn.Task.ConfigureAwait(false);
            return HookResult.Cancel("no");
        });
        var output = new MemoryStream();
        var own = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(posted);
        Task<int> run;
        try
        {
            run = CommandHost.RunAsync(["--host", "claude", "--event", "PreToolUse"], dispatcher, new()
            {
                Input = new MemoryStream("""{"session_id":"s","tool_name":"Bash","tool_input":{"command":"ls"}}"""u8.ToArray()),
                Output = output,
                Error = TextWriter.Null,
            });
            Assert.Same(posted, SynchronizationContext.Current);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(own);
        }

        Assert.False(run.IsCompleted);
        goOn.SetResult();
        await run;

        Assert.Equal(0, posted.Count);
        Assert.Contains("\"deny\"", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_the_options_has_them_all()
    {
        var options = new CommandHostOptions { MaxInputBytes = 7, LogPath = "log", TimeProvider = new FakeClock(), Input = new MemoryStream(), Output = new MemoryStream(), Error = new StringWriter() };
        var copy = options.With([]);

        Assert.All(typeof(CommandHostOptions).GetProperties(), property =>
        {
            Assert.NotEqual(property.GetValue(new CommandHostOptions()), property.GetValue(options));
            Assert.Equal(property.GetValue(options), property.GetValue(copy));
        });
    }

    /// <summary>Counts what it is given, and runs it elsewhere.</summary>
    private sealed class PostedTo : SynchronizationContext
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _count);
            base.Post(d, state);
        }
    }
}
