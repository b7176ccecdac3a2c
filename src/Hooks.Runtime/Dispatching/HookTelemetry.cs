using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hooks;

/// <summary>The meter <c>Hooks</c>. Nothing is measured while nobody listens; a fire that somebody listens to takes the general path.</summary>
internal static class HookTelemetry
{
    private static readonly Meter Meter = new("Hooks", typeof(HookTelemetry).Assembly.GetName().Version?.ToString(3));

    private static readonly Counter<long> Executions =
        Meter.CreateCounter<long>("hook.executions", "{execution}", "Hooks that ran to an answer.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("hook.failures", "{failure}", "Hooks that threw, or gave an answer that their point does not allow.");

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("hook.execution.duration", "s", "How long hooks took.");

    /// <summary>Polled once per fire; inlined so that it costs two loads an instrument.</summary>
    public static bool IsListening => Executions.Enabled || Duration.Enabled;

    public static void Executed(HookDescriptor hook, HookResult result, long started)
    {
        var tags = new TagList
        {
            { "hook.point", hook.Point.Name },
            { "hook.name", hook.Name },
            { "hook.result", NameOf(result.Kind) },
        };
        try
        {
            Executions.Add(1, tags);
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
        }
        catch (Exception)
        {
            // What a listener throws is not the hook's failure.
        }
    }

    public static void Failed(HookDescriptor hook, Exception error)
    {
        if (!Failures.Enabled)
            return;
        try
        {
            Failures.Add(1, new("hook.point", hook.Point.Name), new("hook.name", hook.Name), new("error.type", error.GetType().FullName));
        }
        catch (Exception)
        {
            // What a listener throws must not keep the failure from being dealt with.
        }
    }

    private static string NameOf(HookResultKind kind) => kind switch
    {
        HookResultKind.Continue => "continue",
        HookResultKind.Skipped => "skipped",
        HookResultKind.Modified => "modified",
        HookResultKind.Cancel => "cancel",
        HookResultKind.Ask => "ask",
        HookResultKind.Replace => "replace",
        HookResultKind.Redirect => "redirect",
        HookResultKind.Retry => "retry",
        HookResultKind.Fork => "fork",
        HookResultKind.Cache => "cache",
        _ => "allow",
    };
}
