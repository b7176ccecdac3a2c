using Hooks.Analyzers.Finding;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>The timeout that a hook declares: more than 0, which is the dispatcher's own. HOOK011 tells of less.</summary>
internal static class DeclaredTimeout
{
    private const string Setting = "TimeoutMilliseconds";

    /// <summary>Where it is written; null if none is declared.</summary>
    public static Location? Find(HookDeclaration hook) =>
        hook.Setting(Setting) is { Kind: TypedConstantKind.Primitive, Value: int and > 0 } ? hook.LocationOf(Setting) : null;
}
