using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>The operations that a method itself runs: not those of lambdas and local functions in it, which may run at another time and place.</summary>
internal static class OwnCode
{
    /// <summary>All of them, in the order in which they are written.</summary>
    public static IEnumerable<IOperation> Of(IOperation body) => Of(body, static operation => operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation));

    /// <summary>All of them that pass a test, and whose parents do.</summary>
    public static IEnumerable<IOperation> Of(IOperation body, Func<IOperation, bool> enters)
    {
        var open = new Stack<IOperation>();
        open.Push(body);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            if (!enters(operation))
                continue;
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
                open.Push(child);
        }
    }

    /// <summary>What an expression says without the conversions that are written around it, or that the compiler adds.</summary>
    public static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The variable, parameter, field or property that an expression starts from; null if it starts from something else.</summary>
    public static ISymbol? Root(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Member,
        IMemberReferenceOperation member => Root(member.Instance),
        IArrayElementReferenceOperation element => Root(element.ArrayReference),
        IConversionOperation conversion => Root(conversion.Operand),
        _ => null,
    };
}
