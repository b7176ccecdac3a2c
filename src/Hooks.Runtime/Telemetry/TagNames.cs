namespace Hooks;

/// <summary>The tags of measurements and spans. None holds an id or text of a session.</summary>
internal static class TagNames
{
    public const string Point = "hook.point";
    public const string Name = "hook.name";
    public const string Result = "hook.result";
    public const string ErrorType = "error.type";

    /// <summary>The result of a hook or fire that its caller has cancelled, which is no failure.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The error of a hook that is not called.</summary>
    public const string CircuitOpen = "circuit_open";

    public static string? Of(Exception error) => error.GetType().FullName;

    public static string Of(HookResultKind kind) => kind switch
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
