using System.Text.Json;
using Hooks.Pipelines.Tests.Tools;

namespace Hooks.Pipelines.Tests.Forking;

/// <summary>The result that most branches agree on.</summary>
public sealed class VoteTests
{
    public static TheoryData<string[], string?> Votes => new()
    {
        { ["x"], "x" },
        { ["x", "y", "y"], "y" },
        { ["x", "y", "y", "x"], "x" },
        { ["x", "y", "z"], "x" },
        { ["!", "x"], "x" },
        { ["!", "x", "!"], null },
        { ["!", "x", "!", "x"], "x" },
        { ["!", "x", "y"], "x" },
        { ["!", "!"], null },
    };

    [Theory, MemberData(nameof(Votes))]
    public async Task The_largest_group_wins_the_preferred_among_equals_and_failures_lose_a_tie(string[] votes, string? expected)
    {
        // All are asked before one answers, and they answer backwards.
        var gates = votes.Select(_ => new TaskCompletionSource<object?>()).ToArray();
        await using var scene = ForkTests.Scene(HookForkMerge.Vote, [.. votes.Select((_, i) => $"t{i}")]);
        scene.Tool = async (call, token) => await gates[int.Parse(call.ToolName[1..])].Task.WaitAsync(token);
        var invoking = scene.InvokeAsync().AsTask();
        for (var i = votes.Length - 1; i >= 0; i--)
        {
            if (votes[i] == "!")
                gates[i].SetException(new InvalidOperationException("broken"));
            else
                gates[i].SetResult(votes[i]);
        }

        var final = await invoking;
        Assert.Equal((expected is null ? ToolCallOutcome.Failed : ToolCallOutcome.Succeeded, (object?)expected), (final.Outcome, final.Result));
    }

    [Fact]
    public async Task Results_that_throw_or_are_read_only_once_are_different_and_nobody_reads_them()
    {
        object?[] results = [new Unequal(), new Unequal(), Endless(), Endless()];
        await using var scene = ForkTests.Scene(HookForkMerge.Vote, "0", "1", "2", "3");
        scene.Tool = (call, _) => new(results[int.Parse(call.ToolName)]);
        Assert.Same(results[0], (await scene.InvokeAsync()).Result);

        static IEnumerable<int> Endless()
        {
            while (true)
                yield return 1;
        }
    }

    private sealed class Unequal
    {
        public override bool Equals(object? obj) => throw new InvalidOperationException("no");

        public override int GetHashCode() => 0;
    }

    [Fact]
    public async Task A_majority_does_not_wait_for_the_rest()
    {
        await using var scene = ForkTests.Scene(HookForkMerge.Vote, "slow", "a", "b");
        scene.Tool = async (call, token) => call.ToolName == "slow" ? await new TaskCompletionSource<object?>().Task.WaitAsync(token) : "same";
        Assert.Equal("same", (await scene.InvokeAsync()).Result);
        Assert.Contains("after slow Cancelled", scene.Log);
    }

    [Fact]
    public async Task Results_are_compared_as_JSON()
    {
        object?[] results = [JsonElement.Parse("""{"a":1,"b":[1.0]}"""), "other", new Dictionary<string, object?> { ["b"] = new[] { 1 }, ["a"] = 1e0 }, "another"];
        await using var scene = ForkTests.Scene(HookForkMerge.Vote, "0", "1", "2", "3");
        scene.Tool = (call, _) => new(results[int.Parse(call.ToolName)]);
        Assert.Equal(results[0], (await scene.InvokeAsync()).Result);
    }

    [Fact]
    public async Task Results_that_are_no_JSON_agree_only_if_they_are_equal()
    {
        var one = new Uri("https://example.com");
        object?[] results = [new object(), one, new object(), new Uri("https://example.com")];
        await using var scene = ForkTests.Scene(HookForkMerge.Vote, "0", "1", "2", "3");
        scene.Tool = (call, _) => new(results[int.Parse(call.ToolName)]);
        Assert.Same(one, (await scene.InvokeAsync()).Result);
    }
}
