namespace Hooks.Analyzers.Tests.Rules;

/// <summary>HOOK104 on overloads: which of them would be called with the token, and what the fix writes.</summary>
public class Hook104OverloadsTests
{
    private const string Id = "HOOK104";

    [Fact]
    public Task OverloadsOfBaseClassesAndStaticUsings() => Expect.FindAsync(
        Id,
        """
        using static Files;

        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async Task Check(ToolCallContext call, CancellationToken token)
            {
                await [|ReadAsync|]();
                await new Store<string>().[|PutAsync|](call.ToolName, "checked");
                await new Store<string>().[|PutAsync|]<int>(call.ToolName, 1);
            }
        }

        static class Files
        {
            internal static ValueTask<int> ReadAsync() => new(0);

            internal static Task<int> ReadAsync(CancellationToken token) => Task.FromResult(token.GetHashCode());
        }

        class BaseStore<TKey>
        {
            internal Task PutAsync<T>(TKey key, T value, CancellationToken token) => Task.Delay(1, token);
        }

        sealed class Store<TKey> : BaseStore<TKey>
        {
            internal Task PutAsync<T>(TKey key, T value) => PutAsync(key, value, CancellationToken.None);
        }
        """);

    [Fact]
    public Task PartialHook() => Expect.FindAsync(
        Id,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static partial Task Check(ToolCallContext call, CancellationToken token);

            internal static async partial Task Check(ToolCallContext call, CancellationToken stop)
            {
                await Task.[|Delay|](1);
                await Task.Delay(2, stop);
            }
        }
        """,
        "The hook 'Check' waits for 'Delay' even when the fire has been cancelled; pass 'stop' to it");

    [Fact]
    public Task OverloadWhoseTaskIsAnotherType() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async Task Check(ToolCallContext call, CancellationToken token)
            {
                await ReadAsync();
                await Task.WhenAll(WriteAsync());
                await WriteAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            private static Task<string> ReadAsync() => Task.FromResult("all");

            private static Task<string[]> ReadAsync(CancellationToken token) => Task.FromResult(new[] { token.ToString()! });

            private static Task WriteAsync() => Task.CompletedTask;

            private static ValueTask WriteAsync(CancellationToken token) => default;
        }
        """);

    [Fact]
    public Task OverloadThatIsTheHookItself() => Expect.NothingAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async Task<HookResult> Check(ToolCallContext call, CancellationToken token)
            {
                token.ThrowIfCancellationRequested();
                return await Check(call);
            }

            internal static Task<HookResult> Check(ToolCallContext call) => Task.FromResult(HookResult.Continue);
        }
        """);

    [Fact]
    public Task FixPassesTheTokenPositionallyOrByName() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async Task Check(ToolCallContext call, CancellationToken @event)
            {
                await Task.Delay(1 /* ms */).ConfigureAwait(false); // short
                await AskAsync("may it?");
                await AskAsync(
                    "may it?",
                    attempts: 3 // at the most
                );
                await GateAsync();
            }

            private static Task AskAsync(string question, int attempts = 1, CancellationToken stop = default) => Task.Delay(attempts, stop);

            private static Task GateAsync() => GateAsync(CancellationToken.None);

            private static Task GateAsync(CancellationToken stop) => Task.Delay(1, stop);
        }
        """,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async Task Check(ToolCallContext call, CancellationToken @event)
            {
                await Task.Delay(1 /* ms */, @event).ConfigureAwait(false); // short
                await AskAsync("may it?", stop: @event);
                await AskAsync(
                    "may it?",
                    attempts: 3, stop: @event // at the most
                );
                await GateAsync(@event);
            }

            private static Task AskAsync(string question, int attempts = 1, CancellationToken stop = default) => Task.Delay(attempts, stop);

            private static Task GateAsync() => GateAsync(CancellationToken.None);

            private static Task GateAsync(CancellationToken stop) => Task.Delay(1, stop);
        }
        """);
}
