namespace Hooks.Analyzers.Tests.Rules;

public class Hook105BlockingWaitTests
{
    private const string Id = "HOOK105";

    [Theory]
    [InlineData("_ = AskAsync().[|Result|];", "blocks its thread with 'Result'; await the task instead")]
    [InlineData("AskAsync().[|Wait|]();", "blocks its thread with 'Wait'; await the task instead")]
    [InlineData("AskAsync().[|Wait|](1000);", "blocks its thread with 'Wait'; await the task's WaitAsync instead")]
    [InlineData("_ = AskAsync().[|GetAwaiter().GetResult()|];", "blocks its thread with 'GetAwaiter().GetResult()'; await the task instead")]
    [InlineData("AskAsync().ConfigureAwait(false).[|GetAwaiter().GetResult()|];", "blocks its thread with 'GetAwaiter().GetResult()'; await the task instead")]
    [InlineData("_ = QuickAsync().[|Result|];", "blocks its thread with 'Result'; await the task instead")]
    [InlineData("DoneAsync().[|GetAwaiter().GetResult()|];", "blocks its thread with 'GetAwaiter().GetResult()'; await the task instead")]
    [InlineData("_ = DoneAsync().AsTask()?.[|Wait|](TimeSpan.FromSeconds(1));", "blocks its thread with 'Wait'; await the task's WaitAsync instead")]
    [InlineData("[|Thread.Sleep|](100);", "blocks its thread with 'Thread.Sleep'; await Task.Delay instead")]
    [InlineData("Task.[|WaitAll|](AskAsync(), AskAsync());", "blocks its thread with 'Task.WaitAll'; await Task.WhenAll instead")]
    [InlineData("Task.[|WaitAny|](AskAsync(), AskAsync());", "blocks its thread with 'Task.WaitAny'; await Task.WhenAny instead")]
    public Task Blocking(string statement, string message) => Expect.FindAsync(Id, Hook("await Task.Yield();", statement), "The hook 'Check' " + message);

    [Fact]
    public Task SynchronousHookCouldReturnATask() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) => AskAsync(call).[|Result|];

            private static Task<HookResult> AskAsync(ToolCallContext call) => Task.FromResult(HookResult.Continue);
        }
        """,
        "The hook 'Check' blocks its thread with 'Result'; return ValueTask<HookResult>, and await the task instead");

    [Fact]
    public Task VoidHookCouldReturnATask() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static void Log(ToolCallContext call) => [|Thread.Sleep|](1);
        }
        """,
        "The hook 'Log' blocks its thread with 'Thread.Sleep'; return ValueTask, and await Task.Delay instead");

    [Fact]
    public Task HookThatReturnsATaskCouldBeAsync() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static Task Log(ToolCallContext call)
            {
                [|Thread.Sleep|](1);
                return Task.CompletedTask;
            }
        }
        """,
        "The hook 'Log' blocks its thread with 'Thread.Sleep'; make it async, and await Task.Delay instead");

    [Theory]
    [InlineData("var task = AskAsync(); await task; _ = task.Result;")]
    [InlineData("var task = AskAsync(); await task.ConfigureAwait(false); _ = task.GetAwaiter().GetResult();")]
    [InlineData("var task = AskAsync(); _ = task.IsCompleted ? task.Result : await task;")]
    [InlineData("var quick = QuickAsync(); if (quick.IsCompletedSuccessfully) _ = quick.Result;")]
    [InlineData("var done = DoneAsync(); if (!done.IsCompletedSuccessfully) await done; done.GetAwaiter().GetResult();")]
    [InlineData("var task = AskAsync(); if (task is { IsCompletedSuccessfully: true }) _ = task.Result;")]
    [InlineData("var task = AskAsync(); if (task.Status == TaskStatus.RanToCompletion) _ = task.Result;")]
    [InlineData("var one = AskAsync(); var two = AskAsync(); await Task.WhenAll(one, two); _ = one.Result && two.Result;")]
    [InlineData("var first = await Task.WhenAny(AskAsync(), AskAsync()); _ = first.Result;")]
    [InlineData("var tasks = new List<Task<bool>> { AskAsync() }; await Task.WhenAll(tasks); foreach (var task in tasks) _ = task.Result;")]
    [InlineData("var tasks = new[] { AskAsync() }; await Task.WhenAll(tasks); _ = tasks[0].Result; _ = System.Linq.Enumerable.First(tasks).Result;")]
    [InlineData("await foreach (var task in Task.WhenEach(AskAsync(), AskAsync())) _ = task.Result;")]
    [InlineData("var task = AskAsync(); await Task.Yield(); if (task is { IsCompletedSuccessfully: true, Result: true }) return HookResult.Continue;")]
    [InlineData("var task = AskAsync(); await Task.Yield(); if (task is { Result: true, IsCompletedSuccessfully: true }) return HookResult.Continue;")]
    [InlineData("var task = AskAsync(); await task; if (task is { Result: true }) return HookResult.Continue;")]
    [InlineData("var task = AskAsync(); await Task.Yield(); return task switch { { IsFaulted: true } => HookResult.Continue, { IsCompleted: true, Result: true } => HookResult.Continue, _ => HookResult.Skipped };")]
    [InlineData("var task = AskAsync(); await Task.Yield(); switch (task) { case { IsCompleted: false }: break; case { Result: true }: return HookResult.Continue; }")]
    [InlineData("await Task.Yield(); var known = Task.FromResult(3); if (known.Result > 1) return HookResult.Continue;")]
    [InlineData("await Task.Yield(); Task.CompletedTask.Wait(); Task.FromResult(3).Wait(); new ValueTask<int>(3).GetAwaiter().GetResult(); _ = new ValueTask<int>(3).AsTask().Result;")]
    [InlineData("await Task.Yield(); _ = Known.Result; _ = Always.Result;")]
    public Task ResultOfATaskThatIsDone(string statement) => Expect.NothingAsync(Id, Hook(statement));

    [Theory]
    [InlineData("await AskAsync(); Func<bool> ask = () => AskAsync().Result; Console.WriteLine(ask);")]
    [InlineData("await Task.Run(() => Thread.Sleep(1));")]
    [InlineData("_ = await AskAsync().ContinueWith(task => task.Result);")]
    [InlineData("await Task.Yield(); Thread.Sleep(0);")]
    [InlineData("var task = AskAsync(); await Task.Yield(); Console.WriteLine(task.Wait(0));")]
    [InlineData("var task = AskAsync(); await Task.Yield(); Console.WriteLine(task.Wait(TimeSpan.Zero));")]
    [InlineData("await Task.Yield(); Console.WriteLine(new Box().Result); new Box().Wait();")]
    [InlineData("await Task.Yield(); Console.WriteLine(call.Result);")]
    public Task NothingThatBlocksTheHook(string statement) => Expect.NothingAsync(Id, Hook(statement));

    [Theory]
    [InlineData("var task = AskAsync(); await Task.Yield(); if (task is { [|Result|]: true }) return HookResult.Continue;")]
    [InlineData("await Task.Yield(); var task = Task.FromResult(true); task = AskAsync(); _ = task.[|Result|];")]
    [InlineData("await Task.Yield(); _ = Unknown.[|Result|];")]
    [InlineData("await Task.Yield(); _ = new ValueTask<bool>(AskAsync()).[|Result|];")]
    public Task ResultOfATaskThatMayNotBeDone(string statement) => Expect.FindAsync(Id, Hook(statement));

    [Fact]
    public Task AwaitOfSomethingElseIsNoWait() => Expect.FindAsync(
        Id,
        Hook("await DoneAsync();", "var task = AskAsync();", "_ = task.[|Result|];", "var all = Task.WhenAll(task);", "await all;", "_ = AskAsync().[|Result|];"));

    [Fact]
    public Task SynchronousByContract() => Expect.NothingAsync(
        Id,
        """
        interface IGuard
        {
            HookResult Check(ToolCallContext call);
        }

        abstract class Guard
        {
            internal abstract void Log(ToolCallContext call);
        }

        sealed class PolicyGuard : Guard, IGuard
        {
            [Hook(HookPoint.BeforeToolCall)]
            public HookResult Check(ToolCallContext call) => AskAsync().Result;

            [Hook(HookPoint.AfterToolCall)]
            internal override void Log(ToolCallContext call) => AskAsync().Wait();

            private static Task<HookResult> AskAsync() => Task.FromResult(HookResult.Continue);
        }
        """);

    [Fact]
    public Task MethodsThatAreNoHooks() => Expect.NothingAsync(
        Id,
        """
        static class Program
        {
            internal static void Run() => Task.Delay(1).Wait();
        }
        """);

    private static string Hook(params ReadOnlySpan<string> statements) =>
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async Task<HookResult> Check(ToolCallContext call)
            {
                {{string.Join("\n        ", statements!)}}
                return HookResult.Continue;
            }

            private static async Task<bool> AskAsync()
            {
                await Task.Yield();
                return true;
            }

            private static ValueTask<bool> QuickAsync() => new(true);

            private static ValueTask DoneAsync() => default;

            private static readonly Task<int> Known = Task.FromResult(5);

            private static readonly Task<int> Unknown = Task.Run(() => 5);

            private static Task<int> Always => Task.FromResult(6);
        }

        sealed class Box
        {
            internal string Result => "no task";

            internal void Wait() => Console.WriteLine(Result);
        }
        """;
}
