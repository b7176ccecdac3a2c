using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK010: a hook in the background that returns a verdict, which only a hook that is waited for can give.</summary>
internal sealed class Hook010BackgroundVerdict : DeclarationRule
{
    private const string Background = "Background";

    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.BackgroundVerdict,
        title: "A hook in the background gives a verdict",
        messageFormat: "The hook '{0}' has Background = true but returns a verdict, so that it is waited for nevertheless; remove Background, or return {1}",
        DiagnosticSeverity.Error);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        // Where hooks only observe, HOOK003 says that the verdict has to go.
        if (hook.Check.Returns < HookReturn.Result || hook.Check.Point is { IsBlocking: false } || hook.Setting(Background) is not { Kind: TypedConstantKind.Primitive, Value: true })
            return;
        report(Diagnostic.Create(Rule, hook.LocationOf(Background), hook.Method.Name, AllowedReturn.Nearest(hook.Method).Nothing));
    }
}
