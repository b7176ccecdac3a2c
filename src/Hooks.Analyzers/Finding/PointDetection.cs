using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// Whether a hook of several points may find out at which of them it is: by the context's class, or by something that
/// is only there later, such as a result.
/// </summary>
internal static class PointDetection
{
    public static bool IsPossible(HookBody body) =>
        body.Method.Parameters is [var context, ..]
        && body.Operation.Descendants().Any(operation =>
            operation is IParameterReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, context)
            && !IsHarmless(reference));

    // What the host fills in when it makes the context is the same at all points of one call, and so are its arguments.
    private static bool IsHarmless(IParameterReferenceOperation context)
    {
        IOperation used = context;
        while (used.Parent is IConversionOperation { IsImplicit: true } conversion)
            used = conversion;
        return used.Parent switch
        {
            IPropertyReferenceOperation { Property: { Name: not ("Items" or "AddedContext" or "DecidedBy") } property } =>
                property.SetMethod is null or { IsInitOnly: true } || SymbolNames.IsHooksType(property.Type, "HookArguments"),
            IInvocationOperation { TargetMethod.Name: "AddContext" } call => call.Instance == used,
            _ => false,
        };
    }
}
