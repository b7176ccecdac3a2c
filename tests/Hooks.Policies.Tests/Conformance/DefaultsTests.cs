using System.Runtime.CompilerServices;

namespace Hooks.Policies.Tests.Conformance;

/// <summary>The defaults that <c>docs/policies.md</c> lists.</summary>
public sealed class DefaultsTests
{
    [Fact]
    public void Of_the_dispatcher()
    {
        var options = new HookDispatcherOptions();

        Assert.Equal((TimeSpan.FromSeconds(5), null, null), (options.DefaultTimeout, options.FireTimeout, options.WatchdogTimeout));
        Assert.Equal((TimeSpan.FromMilliseconds(100), 1000, TimeSpan.FromSeconds(5)), (options.RetryDelay, options.BackgroundCapacity, options.DrainTimeout));
        Assert.Equal((HookExecutionPath.Compiled, null), (options.ExecutionPath, options.OnReport));
        Assert.Same(TimeProvider.System, options.TimeProvider);
        Assert.Equal(new HookCircuitBreakerOptions(), options.CircuitBreaker);
        Assert.Empty(options.Hooks);
    }

    [Fact]
    public void Of_a_circuit_breaker()
    {
        var options = new HookCircuitBreakerOptions();

        Assert.Equal((5, 2), (options.FailureThreshold, options.SuccessThreshold));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), null), (options.OpenDuration, options.ProbeTimeout, options.SlowCallDuration));
    }

    [Fact]
    public void Of_settings_and_declarations_nothing_but_that_the_hook_runs()
    {
        Assert.Equal(new HookSettings { IsEnabled = true, IsShadow = false, Timeout = null, Retries = null, OnFailure = null, CircuitBreaker = null, Priority = null }, new HookSettings());
        var declared = new HookAttribute(HookPoint.BeforeToolCall);
        Assert.Equal((0, 0, false, false), (declared.TimeoutMilliseconds, declared.Retries, declared.Background, declared.CircuitBreaker));
        Assert.Equal((0, HookFailurePolicy.Default), (declared.Priority, declared.OnFailure));
        Assert.Equal(new HookRegistrationOptions { Priority = 0, OnFailure = HookFailurePolicy.Default, TimeoutMilliseconds = 0, Retries = 0 }, new HookRegistrationOptions());
    }

    [Fact]
    public void Of_priorities()
    {
        Assert.Equal(
            [int.MinValue, -100, 0, 100, int.MaxValue],
            [HookPriority.Highest, HookPriority.High, HookPriority.Normal, HookPriority.Low, HookPriority.Lowest]);
    }

    [Fact]
    public void The_page_has_every_option()
    {
        var page = Page();

        Assert.All(typeof(HookDispatcherOptions).GetProperties(), option => Assert.Contains($"\n| `{option.Name}` |", page, StringComparison.Ordinal));
        Assert.All(typeof(HookCircuitBreakerOptions).GetProperties(), option => Assert.Contains($"\n| `{option.Name}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_has_every_kind_of_report() =>
        Assert.All(Enum.GetNames<HookReportKind>(), kind => Assert.Contains($"\n| `{kind}` |", Page(), StringComparison.Ordinal));

    private static string Page([CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "policies.md")).ReplaceLineEndings("\n");
}
