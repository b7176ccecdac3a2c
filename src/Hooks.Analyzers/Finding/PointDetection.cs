using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>
/// Whether a hook of several points may find out at which of them it is: by the context's class, or by something that
/// is only there later, such as a result, or by what it has noted itself when it ran before.
/// </summary>
internal static class PointDetection
{
    public static bool IsPossible(HookBody body) =>
        body.Method.Parameters is [var context, ..]
        && body.Operation.Descendants().Any(operation =>
            operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, context)
                ? !IsHarmless(reference)
                : IsState(operation, body));

    // What its own fields say, or its own methods; or what the constructor was given.
    private static bool IsState(IOperation operation, HookBody body) => operation switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        IFieldReferenceOperation { Field: { IsConst: false, Type: var type } field } => IsOwn(field, body) && !IsFixed(field, type),
        IPropertyReferenceOperation { Instance: null, Property: var property } => IsOwn(property, body),
        IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.LocalFunction } method } => IsOwn(method, body),
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => false,
    };

    private static bool IsFixed(IFieldSymbol field, ITypeSymbol type) => field.IsReadOnly && (type.IsValueType || type.SpecialType == SpecialType.System_String);

    private static bool IsOwn(ISymbol symbol, HookBody body) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, body.Method.ContainingAssembly);

    // What the host fills in when it makes the context is the same at all points of one call, and so are its arguments.
    private static bool IsHarmless(IParameterReferenceOperation context)
    {
        IOperation used = context;
        while (used.Parent is IConversionOperation { IsImplicit: true } conversion)
            used = conversion;
        return used.Parent switch
        {
            IPropertyReferenceOperation { Property: { Name: not ("Items" or "AddedContext" or "DecidedBy") } property } =>
                property.SetMethod is null or { IsInitOnly: true } || SymbolNames.IsHooksType(property.Type, MetadataNames.HookArguments),
            IInvocationOperation { TargetMethod.Name: "AddContext" } call => call.Instance == used,
            _ => false,
        };
    }
}
