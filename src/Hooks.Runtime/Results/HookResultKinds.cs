namespace Hooks;

/// <summary>A set of <see cref="HookResultKind"/>: what a point allows its hooks to answer.</summary>
[Flags]
public enum HookResultKinds
{
    /// <summary>Nothing: the hooks of the point only observe.</summary>
    None = 0,

    /// <inheritdoc cref="HookResultKind.Continue"/>
    Continue = 1 << HookResultKind.Continue,

    /// <inheritdoc cref="HookResultKind.Skipped"/>
    Skipped = 1 << HookResultKind.Skipped,

    /// <inheritdoc cref="HookResultKind.Modified"/>
    Modified = 1 << HookResultKind.Modified,

    /// <inheritdoc cref="HookResultKind.Cancel"/>
    Cancel = 1 << HookResultKind.Cancel,

    /// <inheritdoc cref="HookResultKind.Ask"/>
    Ask = 1 << HookResultKind.Ask,

    /// <inheritdoc cref="HookResultKind.Replace"/>
    Replace = 1 << HookResultKind.Replace,

    /// <inheritdoc cref="HookResultKind.Redirect"/>
    Redirect = 1 << HookResultKind.Redirect,

    /// <inheritdoc cref="HookResultKind.Retry"/>
    Retry = 1 << HookResultKind.Retry,

    /// <inheritdoc cref="HookResultKind.Fork"/>
    Fork = 1 << HookResultKind.Fork,

    /// <inheritdoc cref="HookResultKind.Cache"/>
    Cache = 1 << HookResultKind.Cache,

    /// <inheritdoc cref="HookResultKind.Allow"/>
    Allow = 1 << HookResultKind.Allow,

    /// <summary>Continue, Skipped, Modified, Cancel: yes or no.</summary>
    Verdict = Continue | Skipped | Modified | Cancel,

    /// <summary><see cref="Verdict"/> and Ask: yes, no, or let someone decide.</summary>
    Approval = Verdict | Ask,

    /// <summary><see cref="Approval"/> and everything that changes how a call is made.</summary>
    Flow = Approval | Replace | Redirect | Retry | Fork | Cache,

    /// <summary><see cref="Verdict"/>, Retry and Replace: what can be done about a result, an error or a stop.</summary>
    Recovery = Verdict | Retry | Replace,

    /// <summary><see cref="Approval"/> and Allow: the answers to a request for permission.</summary>
    Permission = Approval | Allow,
}
