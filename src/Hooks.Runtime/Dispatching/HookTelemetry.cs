using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

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

    /// <summary>Polled once per fire: there is no callback that says when someone begins to listen.</summary>
    public static bool IsListening
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Executions.Enabled || Duration.Enabled;
    }

    /// <summary>Measures a hook; the end of it, as a time stamp, is the start of the next one.</summary>
    public static long Executed(HookDescriptor hook, HookResult result, long started)
    {
        var ended = Stopwatch.GetTimestamp();
        var point = new KeyValuePair<string, object?>("hook.point", hook.Point.Name);
        var name = new KeyValuePair<string, object?>("hook.name", hook.Name);
        var answer = new KeyValuePair<string, object?>("hook.result", NameOf(result.Kind));
        try
        {
            if (Executions.Enabled)
                Executions.Add(1, point, name, answer);
            if (Duration.Enabled)
                Duration.Record(Stopwatch.GetElapsedTime(started, ended).TotalSeconds, point, name, answer);
        }
        catch (Exception)
        {
            // What a listener throws is not the hook's failure.
        }

        return ended;
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
