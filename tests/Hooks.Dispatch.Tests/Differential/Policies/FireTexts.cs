using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>The words in which real dispatchers and the model of one tell the same.</summary>
internal static class FireTexts
{
    public const string TookTooLong = "Cancel: the fire took too long";
    public const string Disposed = "Cancel: disposed";

    public static string FailureOf(string hook) => $"Cancel: failure of {hook}";

    public static string RejectionOf(string hook) => $"Cancel: {hook} is not called";

    public static string Failed(string hook, int attempt, Exception error) => $"report: {hook}#{attempt} failed, {NameOf(error)}";

    public static string Rejected(string hook) => $"report: {hook} rejected";

    public static string CircuitChanged(string hook, HookCircuitState state) => $"report: {hook} is {state}";

    public static string Ignored(string hook, HookResult result) => $"report: {hook} ignored, {RunTrace.Describe(result)}";

    public static string Shadowed(string hook, string result) => $"report: {hook} would have answered {result}";

    public static string Ended(int fire, string verdict, string decidedBy, bool isOther, string trail) =>
        $"fire {fire} ends: {verdict} by {decidedBy}, {(isOther ? "another context" : "the same context")} with '{trail}'";

    public static string Threw(int fire, Exception error) => $"fire {fire} throws {NameOf(error)}";

    public static string NameOf(Exception error) => error is OperationCanceledException ? nameof(OperationCanceledException) : error.GetType().Name;

    /// <summary>How a hook stands.</summary>
    public static string Status(HookSpec hook, bool isEnabled, bool isShadow, int waiting, long dropped, long abandoned, string breaker) =>
        $"  {hook.TableName} at {hook.Point}: {(isEnabled ? "on" : "off")}{(isShadow ? " shadow" : string.Empty)}, waiting {waiting}, dropped {dropped}, abandoned {abandoned}, {breaker}";

    public static string Breaker(HookCircuitState state, long failures, long rejections, long openings) => $"{state} {failures}/{rejections}/{openings}";
}
