using System.Globalization;
using System.Text.RegularExpressions;

namespace Hooks.Analyzers.Tests.Rules;

/// <summary>HOOK003 names the blocking points that decide what an observe-only one reports: what it names holds against the points.</summary>
public partial class Hook003CorrespondingPointTests
{
    // A new observe-only point fails here until someone has thought about it.
    private static readonly string[] WithoutOne =
    [
        "SessionStart", "SessionEnd", "SessionUpdated", "SessionCheckpoint", "SessionRestore", "SessionSave", "SessionRollover", "SessionError",
        "BeforeAgentShutdown", "AfterAgentShutdown", "SubagentStart",
        "WorkflowCheckpoint", "WorkflowRollback", "StateMigration",
        "SystemStartup", "SystemShutdown", "ResourceLimitExceeded", "SecurityViolation", "PerformanceThresholdExceeded", "MemoryUsageHigh", "CpuUsageHigh",
        "FileChanged", "ErrorOccurred", "ErrorRecovered", "JobExecuted", "Notification", "EventHandlerError",
    ];

    [Fact]
    public async Task EveryObserveOnlyPointIsDecided()
    {
        var observeOnly = HookPoints.All.Where(point => !point.IsBlocking).Select(point => point.Name).ToList();
        var named = await NamedAsync(observeOnly);

        Assert.Equal(observeOnly.Order(), named.Keys.Order());
        Assert.Equal(WithoutOne.Order(), named.Where(entry => entry.Value.Length == 0).Select(entry => entry.Key).Order());
        Assert.All(named.Values.SelectMany(names => names), name => Assert.True(HookPoints.All.Single(point => point.Name == name).IsBlocking));
        Assert.All(
            observeOnly.Where(name => name.StartsWith("After", StringComparison.Ordinal)).Select(name => (After: name, Before: $"Before{name[5..]}")),
            pair =>
            {
                if (HookPoints.All.Any(point => point.IsBlocking && point.Name == pair.Before))
                    Assert.Equal(pair.Before, named[pair.After][0]);
            });
    }

    private static async Task<Dictionary<string, string[]>> NamedAsync(IEnumerable<string> points)
    {
        var methods = points.Select(point => $"[Hook(HookPoint.{point})] internal static HookResult At{point}(HookContext context) => HookResult.Cancel(\"no\");");
        var found = await Expect.OfAsync("HOOK003", HookCompilation.Library($"static class Guards {{ {string.Join('\n', methods)} }}"));
        return found
            .Select(diagnostic => Sentence().Match(diagnostic.GetMessage(CultureInfo.InvariantCulture)))
            .ToDictionary(
                match => match.Groups["point"].Value,
                match => match.Groups["others"].Value.Split(" or ", StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex("at (?<point>\\w+), where hooks only observe; return void(, or hook (?<others>.+), where verdicts are read)?$")]
    private static partial Regex Sentence();
}
