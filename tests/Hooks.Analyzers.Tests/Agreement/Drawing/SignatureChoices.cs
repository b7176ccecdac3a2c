namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>What a hook method returns and takes; $ctx is the class of contexts that fits.</summary>
internal static class SignatureChoices
{
    public static IReadOnlyList<Choice> Returns { get; } =
    [
        new("returns: void", "void", IsUsual: true),
        new("returns: Task", "Task", IsUsual: true),
        new("returns: ValueTask", "ValueTask", IsUsual: true),
        new("returns: HookResult", "HookResult", IsUsual: true),
        new("returns: Task of HookResult", "Task<HookResult>", IsUsual: true),
        new("returns: ValueTask of HookResult", "ValueTask<HookResult>", IsUsual: true),
        new("returns: full name", "global::System.Threading.Tasks.Task<global::Hooks.HookResult>"),
        new("returns: alias", "Verdict"),
        new("returns: Task of alias", "Task<Verdict>"),
        new("returns: annotated Task", "Task?"),
        new("returns: annotated Task of HookResult", "Task<HookResult>?"),
        new("returns: HookResult?", "HookResult?"),
        new("returns: Task of HookResult?", "Task<HookResult?>"),
        new("returns: ValueTask of HookResult?", "ValueTask<HookResult?>"),
        new("returns: ValueTask?", "ValueTask?"),
        new("returns: string", "string"),
        new("returns: bool", "bool"),
        new("returns: object", "object"),
        new("returns: dynamic", "dynamic"),
        new("returns: Task of string", "Task<string>"),
        new("returns: Task of dynamic", "Task<dynamic>"),
        new("returns: Task of Task", "Task<Task<HookResult>>"),
        new("returns: array", "HookResult[]"),
        new("returns: tuple", "(HookResult, int)"),
        new("returns: stream", "IAsyncEnumerable<HookResult>"),
        new("returns: reference", "ref HookResult"),
        new("returns: readonly reference", "ref readonly Task"),
        new("returns: own Task", "Acme.Own.Task"),
        new("returns: own HookResult", "Acme.Own.HookResult"),
        new("returns: own Task of HookResult", "Acme.Own.Task<HookResult>"),
        new("returns: Task of own HookResult", "Task<Acme.Own.HookResult>"),
        new("returns: nested HookResult", "Acme.Own.Outer.HookResult"),
    ];

    /// <summary>What hooks at observe-only points return.</summary>
    public static IReadOnlyList<Choice> Nothing { get; } = [.. Returns.Where(choice => choice.Text is "void" or "Task" or "ValueTask" or "Task?")];

    public static IReadOnlyList<Choice> Parameters { get; } =
    [
        new("takes: context", "$ctx c", IsUsual: true),
        new("takes: context and token", "$ctx c, CancellationToken t", IsUsual: true),
        new("takes: HookContext", "HookContext c", IsUsual: true),
        new("takes: discarded context", "$ctx _"),
        new("takes: annotated context", "$ctx? c"),
        new("takes: attributed context", "[System.Diagnostics.CodeAnalysis.NotNull] $ctx c"),
        new("takes: full token", "$ctx c, global::System.Threading.CancellationToken t"),
        new("takes: custom base", "CustomHookContext c"),
        new("takes: abstract base", "Acme.Points.BaseContext c"),
        new("takes: generic base", "Acme.Points.GenericBase<int> c"),
        new("takes: alias", "Call c"),
        new("takes: other context", "BudgetContext c"),
        new("takes: own context", "Acme.Own.ToolCallContext c"),
        new("takes: own token", "$ctx c, Acme.Own.CancellationToken t"),
        new("takes: optional token", "$ctx c, CancellationToken t = default"),
        new("takes: optional context", "$ctx? c = null"),
        new("takes: nullable token", "$ctx c, CancellationToken? t"),
        new("takes: params", "params $ctx[] c"),
        new("takes: params span", "params ReadOnlySpan<$ctx> c"),
        new("takes: in", "in $ctx c"),
        new("takes: ref", "ref $ctx c"),
        new("takes: out", "out $ctx c"),
        new("takes: ref readonly", "ref readonly $ctx c"),
        new("takes: in token", "$ctx c, in CancellationToken t"),
        new("takes: extra", "$ctx c, int more"),
        new("takes: three", "$ctx c, CancellationToken t, int more"),
        new("takes: optional extra", "$ctx c, string more = \"\""),
        new("takes: swapped", "CancellationToken t, $ctx c"),
        new("takes: two contexts", "$ctx c, $ctx d"),
        new("takes: token only", "CancellationToken t"),
        new("takes: nothing", ""),
        new("takes: object", "object c"),
        new("takes: dynamic", "dynamic c"),
        new("takes: array", "$ctx[] c"),
        new("takes: interface", "IDisposable c"),
    ];

    public static IReadOnlyList<Choice> Accessibilities { get; } =
    [
        new("access: public", "public", IsUsual: true),
        new("access: internal", "internal", IsUsual: true),
        new("access: none", ""),
        new("access: private", "private"),
        new("access: protected", "protected", Needs.Heirs),
        new("access: protected internal", "protected internal", Needs.Heirs),
        new("access: private protected", "private protected", Needs.Heirs),
    ];

    public static Choice Async { get; } = new("async", "async ");

    /// <summary>What async methods may return.</summary>
    public static bool CanBeAsync(Choice returns, Choice parameters) =>
        (returns.Text == "void" || returns.Text.TrimEnd('?').EndsWith("Task", StringComparison.Ordinal) || returns.Text.Contains("Task<", StringComparison.Ordinal))
        && !returns.Text.StartsWith("ref", StringComparison.Ordinal) && !returns.Text.Contains("Own.Task", StringComparison.Ordinal) && returns.Text != "ValueTask?"
        && !parameters.Text.StartsWith("in ", StringComparison.Ordinal) && !parameters.Text.StartsWith("ref", StringComparison.Ordinal)
        && !parameters.Text.StartsWith("out", StringComparison.Ordinal) && !parameters.Text.Contains(", in ", StringComparison.Ordinal)
        && !parameters.Text.Contains("Span", StringComparison.Ordinal);
}
