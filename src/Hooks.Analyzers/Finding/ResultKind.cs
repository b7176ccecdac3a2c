namespace Hooks.Analyzers.Finding;

/// <summary>The answers of a hook, by the names and numbers of <c>HookResultKind</c>.</summary>
internal enum ResultKind
{
    Continue = 0,
    Skipped = 1,
    Modified = 2,
    Cancel = 3,
    Ask = 4,
    Replace = 5,
    Redirect = 6,
    Retry = 7,
    Fork = 8,
    Cache = 9,
    Allow = 10,
}
