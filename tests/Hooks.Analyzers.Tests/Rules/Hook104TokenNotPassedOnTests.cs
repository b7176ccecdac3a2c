namespace Hooks.Analyzers.Tests.Rules;

public class Hook104TokenNotPassedOnTests
{
    private const string Id = "HOOK104";

    [Fact]
    public Task OptionalTokenThatIsNotGiven() => FindAsync(
        """
        var text = await File.[|ReadAllTextAsync|]("policy.txt");
        return text.Contains(call.ToolName) ? HookResult.Cancel("not allowed") : HookResult.Continue;
        """,
        "The hook 'Check' waits for 'ReadAllTextAsync' even when the fire has been cancelled; pass 'cancellationToken' to it");

    [Fact]
    public Task OverloadWithAToken() => FindAsync(
        """
        await [|GateAsync|]();
        using var reader = new StreamReader("policy.txt");
        await reader.[|ReadLineAsync|]();
        await Semaphore.[|WaitAsync|]().ConfigureAwait(false);
        await foreach (var line in File.[|ReadLinesAsync|]("policy.txt"))
            Console.WriteLine(line);
        return HookResult.Continue;
        """);

    [Fact]
    public Task NamedArgumentWhereOthersAreLeftOut() => FindAsync(
        """
        await [|AskAsync|]("may it?");
        return HookResult.Continue;
        """,
        "The hook 'Check' waits for 'AskAsync' even when the fire has been cancelled; pass 'stop: cancellationToken' to it");

    [Fact]
    public Task CallsThatAreAwaitedTogetherOrOnOneOfTwoWays() => FindAsync(
        """
        await Task.WhenAll([|GateAsync|](), [|AskAsync|]("a"));
        await (call.Attempt > 1 ? [|GateAsync|]() : Task.CompletedTask);
        return HookResult.Continue;
        """);

    [Fact]
    public Task TaskThatIsReturnedIsAwaitedByTheDispatcher() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static Task<HookResult> Check(ToolCallContext call, CancellationToken token) => [|AskAsync|](call.ToolName);

            private static async Task<HookResult> AskAsync(string tool, CancellationToken token = default)
            {
                await Task.Delay(1, token);
                return HookResult.Continue;
            }
        }
        """,
        "The hook 'Check' waits for 'AskAsync' even when the fire has been cancelled; pass 'token' to it");

    [Fact]
    public Task ExtensionAndGenericMethods() => FindAsync(
        """
        var client = new System.Net.Http.HttpClient();
        var rules = await client.[|GetStringAsync|]("https://example.org/rules");
        await rules.[|StoreAsync|]();
        await rules.[|KeepAsync|](12);
        return HookResult.Continue;
        """);

    [Fact]
    public Task AnotherFire() => FindAsync(
        """
        var verdict = await hooks.[|ToolValidationAsync|](call);
        return verdict;
        """);

    [Fact]
    public Task TokenIsPassed() => NothingAsync(
        """
        await File.ReadAllTextAsync("policy.txt", cancellationToken);
        await AskAsync("may it?", stop: cancellationToken);
        await foreach (var line in Lines().WithCancellation(cancellationToken))
            Console.WriteLine(line);
        return HookResult.Continue;
        """);

    [Fact]
    public Task AnotherTokenIsPassed() => NothingAsync(
        """
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(100);
        var token = limit.Token;
        await File.ReadAllTextAsync("policy.txt", limit.Token);
        await GateAsync(token);
        return HookResult.Continue;
        """);

    [Fact]
    public Task NoTokenOnPurpose() => NothingAsync(
        """
        await File.AppendAllTextAsync("calls.log", call.ToolName, CancellationToken.None);
        await GateAsync(default);
        return HookResult.Continue;
        """);

    [Fact]
    public Task WaitIsCancelledInsteadOfTheCall() => NothingAsync(
        """
        await AskAsync("may it?").WaitAsync(cancellationToken);
        await Task.Run(() => GateAsync(cancellationToken));
        return HookResult.Continue;
        """);

    [Fact]
    public Task TokenReachesTheCallByAnotherWay() => NothingAsync(
        """
        var request = new Request { Token = cancellationToken };
        await request.SendAsync();
        var later = new Request();
        later.Token = cancellationToken;
        await later.SendAsync();
        await new Request { Token = cancellationToken }.SendAsync();
        return HookResult.Continue;
        """);

    [Fact]
    public Task CallbackCancels() => NothingAsync(
        """
        var request = new Request();
        using var registration = cancellationToken.Register(request.Abort);
        await request.SendAsync();
        return HookResult.Continue;
        """);

    [Fact]
    public Task CleaningUpGoesOn() => NothingAsync(
        """
        try
        {
            await GateAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await File.AppendAllTextAsync("calls.log", "cancelled");
            throw;
        }
        finally
        {
            await File.AppendAllTextAsync("calls.log", "done");
        }

        if (cancellationToken.IsCancellationRequested)
            await File.AppendAllTextAsync("calls.log", "late");
        return HookResult.Continue;
        """);

    [Fact]
    public Task WhereItIsNotCancelledYetTheTokenIsWanted() => FindAsync(
        """
        if (!cancellationToken.IsCancellationRequested)
            await [|GateAsync|]();
        if (!cancellationToken.IsCancellationRequested && call.Attempt > 1)
            await [|GateAsync|]();
        if (cancellationToken.IsCancellationRequested || call.Attempt > 5)
            return HookResult.Continue;
        try
        {
            await [|GateAsync|]();
        }
        catch (IOException)
        {
            Console.WriteLine("no file");
        }

        return HookResult.Continue;
        """);

    [Theory]
    [InlineData("try { await GateAsync(cancellationToken); } catch (InvalidOperationException) { await GateAsync(); throw; }")]
    [InlineData("if (!cancellationToken.IsCancellationRequested) { await GateAsync(cancellationToken); return HookResult.Continue; } await GateAsync();")]
    [InlineData("if (cancellationToken is { IsCancellationRequested: false }) return HookResult.Continue; await GateAsync();")]
    [InlineData("if (!cancellationToken.IsCancellationRequested || call.Attempt > 1) { } else await GateAsync();")]
    [InlineData("if (call.Attempt > 1 || cancellationToken.IsCancellationRequested) await GateAsync();")]
    [InlineData("if (cancellationToken.CanBeCanceled) await GateAsync(cancellationToken); else await GateAsync();")]
    [InlineData("while (!cancellationToken.IsCancellationRequested) await GateAsync(cancellationToken); await GateAsync();")]
    [InlineData("var isLate = cancellationToken.IsCancellationRequested; if (isLate) await GateAsync();")]
    [InlineData("if (call.Attempt > 1) { await RollbackAsync(); return HookResult.Cancel(\"no\"); }")]
    public Task WhereItMayBeCancelledAlready(string statements) => NothingAsync(statements + " return HookResult.Continue;");

    // The call itself need not end early, because what it runs does.
    [Theory]
    [InlineData("await Task.Run(async () => { await Task.Delay(1, cancellationToken); });")]
    [InlineData("await RetryAsync(async () => { await GateAsync(cancellationToken); });")]
    [InlineData("await RetryAsync(async () => await GateAsync(cancellationToken));")]
    [InlineData("await RetryAsync(() => { return GateAsync(cancellationToken); });")]
    [InlineData("await RetryAsync(() => GateAsync(cancellationToken));")]
    [InlineData("await RetryAsync(delegate { return GateAsync(cancellationToken); });")]
    [InlineData("await RetryAsync(Local); async Task Local() { await GateAsync(cancellationToken); }")]
    [InlineData("await RetryAsync(() => Local()); async Task Local() { await Other(); } Task Other() => GateAsync(cancellationToken);")]
    [InlineData("await RetryAsync(async () => await Task.WhenAll(new[] { 1 }.Select(async number => { await GateAsync(cancellationToken); })));")]
    [InlineData("Func<Task> work = async () => { await GateAsync(cancellationToken); }; await RetryAsync(work);")]
    [InlineData("await EachAsync([1], async number => { await GateAsync(cancellationToken); });")]
    [InlineData("_stop = cancellationToken; await AskAsync(\"may it?\");")]
    public Task FunctionHasTheToken(string statements) => NothingAsync(statements + " return HookResult.Continue;");

    [Fact]
    public Task FunctionHasAnotherToken() => FindAsync(
        """
        await [|PassAsync|](async token => { await GateAsync(token); });
        await [|PassAsync|](Local);
        return HookResult.Continue;

        static async Task Local(CancellationToken token) { await GateAsync(token); await Local(token); }
        """);

    [Fact]
    public Task NestedFunctionsAreLeftAlone() => NothingAsync(
        """
        Func<Task> later = async () => await GateAsync();
        await later();
        await InnerAsync();
        return HookResult.Continue;

        static async Task InnerAsync() => await GateAsync();
        """);

    [Fact]
    public Task CallThatIsNotAwaitedIsAnotherMatter() => NothingAsync(
        """
        var pending = AskAsync("may it?");
        await Task.Yield();
        Console.WriteLine(pending.IsCompleted);
        return HookResult.Continue;
        """);

    [Fact]
    public Task OverloadThatDiffersInMoreThanTheToken() => NothingAsync(
        """
        await Console.Out.WriteLineAsync(call.ToolName);
        await OtherAsync(1);
        await ObsoleteAsync();
        return HookResult.Continue;
        """);

    [Fact]
    public Task TokenThatNobodyWants() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async Task Check(ToolCallContext call, CancellationToken _) => await Task.Delay(1);

            [Hook(HookPoint.AfterToolCall)]
            internal static async Task Log(ToolCallContext call) => await Task.Delay(1);

            internal static async Task NoHook(ToolCallContext call, CancellationToken token) => await Task.Delay(1);
        }
        """);

    private static Task FindAsync(string body, string? message = null) => Expect.FindAsync(Id, Hook(body), message);

    private static Task NothingAsync(string body) => Expect.NothingAsync(Id, Hook(body));

    private static string Hook(string body) =>
        $$"""
        using System.IO;
        using System.Linq;

        sealed class Guards(HookDispatcher hooks)
        {
            private static readonly SemaphoreSlim Semaphore = new(1);
            private CancellationToken _stop;

            [Hook(HookPoint.BeforeToolCall)]
            internal async Task<HookResult> Check(ToolCallContext call, CancellationToken cancellationToken)
            {
                {{body}}
            }

            private static Task GateAsync() => Task.CompletedTask;

            private static Task GateAsync(CancellationToken token) => Task.Delay(1, token);

            private static Task<bool> AskAsync(string question, int attempts = 1, CancellationToken stop = default) => Task.FromResult(stop.CanBeCanceled && attempts > 0);

            private static Task RollbackAsync(CancellationToken token = default) => Task.Delay(1, token);

            private static Task RetryAsync(Func<Task> work, CancellationToken token = default) => work();

            private static Task PassAsync(Func<CancellationToken, Task> work, CancellationToken token = default) => work(token);

            private static Task EachAsync(IEnumerable<int> numbers, Func<int, Task> work, CancellationToken token = default) => Task.WhenAll(numbers.Select(work));

            internal bool IsStopped => _stop.IsCancellationRequested;

            private static Task OtherAsync(int number) => Task.CompletedTask;

            private static Task OtherAsync(long number, CancellationToken token) => Task.Delay(1, token);

            private static Task ObsoleteAsync() => Task.CompletedTask;

            [Obsolete("no longer")]
            private static Task ObsoleteAsync(CancellationToken token) => Task.Delay(1, token);

            private static async IAsyncEnumerable<string> Lines([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
            {
                await Task.Delay(1, token);
                yield return "line";
            }

            internal bool HasHooks => hooks.HasHooks(HookPoint.BeforeToolCall);
        }

        sealed class Request
        {
            internal CancellationToken Token { get; set; }

            internal void Abort() => Token = default;

            internal Task SendAsync(CancellationToken token = default) => Task.Delay(1, token);
        }

        static class TextExtensions
        {
            internal static Task StoreAsync(this string text) => Task.CompletedTask;

            internal static Task StoreAsync(this string text, CancellationToken token) => Task.Delay(text.Length, token);

            internal static Task<T> KeepAsync<T>(this string text, T other, CancellationToken token = default) => Task.FromResult(other);
        }
        """;
}
