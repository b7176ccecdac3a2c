using System.Diagnostics;

namespace Hooks.Events;

/// <summary>The trace context of an event as text (W3C Trace Context, www.w3.org/TR/trace-context).</summary>
/// <param name="Parent">The <c>traceparent</c>.</param>
/// <param name="State">The <c>tracestate</c>.</param>
internal readonly record struct TraceText(string? Parent, string? State)
{
    private const int Version00Length = 55;

    /// <summary>That of the current span; none if there is no span.</summary>
    public static TraceText Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? Of(span) : default;

    public static TraceText Of(Activity span) => new(span.Id, span.TraceStateString);

    public static bool TryParse(string parent, string? state, out ActivityContext context)
    {
        // A later version may have more behind what version 00 has, after a dash (4.3 of the recommendation).
        if (parent.Length > Version00Length && parent[Version00Length] == '-' && !parent.StartsWith("00", StringComparison.Ordinal))
            parent = parent[..Version00Length];
        return ActivityContext.TryParse(parent, state, isRemote: true, out context);
    }
}
