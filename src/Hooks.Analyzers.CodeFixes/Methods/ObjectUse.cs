using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.CodeFixes.Methods;

/// <summary>Whether a method does anything with the object that it is called on.</summary>
internal static class ObjectUse
{
    public static bool IsIn(HookMethod.Part part) =>
        part.Semantics.GetOperation(part.Syntax) is not { } body || body.Descendants().Any(operation => operation switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
            IInvalidOperation => true,
            _ => false,
        });
}
