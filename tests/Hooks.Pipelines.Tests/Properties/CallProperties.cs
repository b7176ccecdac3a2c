using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Pipelines.Tests.Properties;

/// <summary>
/// Whatever hooks, tools, the approver and the caller do: every call is observed once with the right outcome, and tools
/// are called as often as the verdicts allow, with the arguments that the guards judged.
/// </summary>
public sealed class CallProperties
{
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("HOOKS_CALLS"), out var rounds) ? rounds : 2000;

    [Fact]
    public void What_happens_is_what_the_model_says()
    {
        var outcomes = new Dictionary<string, int>();
        Prop.ForAll(CallScripts.All.ToArbitrary(), script =>
        {
            var run = CallRun.OfAsync(script, yields: false).GetAwaiter().GetResult();
            foreach (var line in run.Trace)
                outcomes[Kind(line)] = outcomes.GetValueOrDefault(Kind(line)) + 1;
            return AreSame(CallModel.Run(script), run.Trace) && IsSound(script, run);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds));

        // Every end has to come about, or the property says little about it.
        foreach (var outcome in Enum.GetValues<ToolCallOutcome>().Except([ToolCallOutcome.Pending, ToolCallOutcome.TimedOut]))
            Assert.True(outcomes.ContainsKey($"after {outcome}"), string.Join(", ", outcomes));
        foreach (var end in new[] { "recovered", "error", "= thrown", "= cancelled" })
            Assert.True(outcomes.ContainsKey(end), string.Join(", ", outcomes));
    }

    [Fact]
    public void Nothing_changes_when_hooks_and_tools_suspend() =>
        Prop.ForAll(CallScripts.All.ToArbitrary(), script =>
        {
            var run = CallRun.OfAsync(script, yields: true).GetAwaiter().GetResult();

            // Branches run at the same time, so that only the order within each is foretold.
            return (script.Forks || AreSame(CallModel.Run(script), run.Trace)) && IsSound(script, run);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds));

    private static bool AreSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual) => expected.SequenceEqual(actual)
        ? true
        : throw new InvalidOperationException($"\nexpected:\n  {string.Join("\n  ", expected)}\nactual:\n  {string.Join("\n  ", actual)}");

    private static bool IsSound(CallScript script, CallRun run)
    {
        foreach (var id in run.Seen.Keys)
            Check(run.Ends.Count(end => end.Id == id) == 1, $"the call {id} was not observed once");
        foreach (var calls in run.Calls.GroupBy(call => call.Id))
        {
            Check(calls.All(call => call.Text == run.Judged[call.Id]), $"the call {calls.Key} was made with what no guard has judged");
            Check(calls.Count() <= (script.IsIdempotent ? 1 + script.MaxAttempts : 1), $"the call {calls.Key} was made too often");
            Check(run.Ends.Single(end => end.Id == calls.Key).Outcome is not (ToolCallOutcome.Denied or ToolCallOutcome.Redirected), $"the call {calls.Key} was made and denied");
        }

        Check(run.Ends.Select(end => end.Id).Distinct().Count() == run.Ends.Count, "a call was observed twice");
        return true;

        static void Check(bool holds, string otherwise)
        {
            if (!holds)
                throw new InvalidOperationException(otherwise);
        }
    }

    private static string Kind(string line)
    {
        var words = line.Split(' ');
        return words[0] == "after" ? $"after {words[2]}" : words[0] == "=" ? $"= {words[1]}" : words[0];
    }
}
