using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Bodies;

/// <summary>HOOK105: a hook that keeps a thread waiting, although a hook may be asynchronous at every point.</summary>
internal sealed class Hook105BlockingWait : BodyRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.BlockingWait,
        title: "A hook blocks its thread",
        messageFormat: "The hook '{0}' blocks its thread with '{1}'; {2} instead",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookBody body, Action<Diagnostic> report)
    {
        CompletedTasks? completed = null;
        foreach (var operation in OwnCode.Of(body.Operation))
        {
            if (BlockingWait.Find(operation, body.Method.ContainingAssembly) is not { } wait || !CanAwait(body.Method))
                continue;
            if (wait.Task is null || !(completed ??= new(body.Operation)).Contain(wait.Task))
                report(Diagnostic.Create(Rule, wait.Location, body.Method.Name, wait.Name, Asynchronously(body.Method) + wait.Instead));
        }
    }

    private static string Asynchronously(IMethodSymbol method) => HookMethodRules.Returns(method) switch
    {
        HookReturn.Void => "return ValueTask, and ",
        HookReturn.Result => "return ValueTask<HookResult>, and ",
        _ => method.IsAsync ? string.Empty : "make it async, and ",
    };

    // What somebody else prescribes as synchronous cannot be changed here.
    private static bool CanAwait(IMethodSymbol method)
    {
        if (HookMethodRules.Returns(method) is not (HookReturn.Void or HookReturn.Result))
            return true;
        return !method.IsOverride && !Implementations.Has(method);
    }
}
