using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Hooks.Analyzers.Finding;

/// <summary>A call of a method of <c>HookDispatcher</c> that fires a point.</summary>
internal sealed class FireCall
{
    private const string Suffix = "Async";

    private FireCall(HooksCompilation hooks, IInvocationOperation operation, HookPointFacts? point, bool isSynchronous, CancellationToken cancellationToken)
    {
        Hooks = hooks;
        Operation = operation;
        Point = point;
        IsSynchronous = isSynchronous;
        CancellationToken = cancellationToken;
    }

    public HooksCompilation Hooks { get; }

    public IInvocationOperation Operation { get; }

    public InvocationExpressionSyntax Syntax => (InvocationExpressionSyntax)Operation.Syntax;

    /// <summary>The name of the called method, as it is written.</summary>
    public Location NameLocation => (Syntax.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        var other => other.GetFirstToken(),
    }).GetLocation();

    /// <summary>What is called upon; of <c>hooks?.Fire(context)</c> the part before the question mark.</summary>
    public IOperation? Receiver
    {
        get
        {
            if (Operation.Instance is not IConditionalAccessInstanceOperation)
                return Operation.Instance;
            for (var outer = Operation.Parent; outer is not null; outer = outer.Parent)
            {
                if (outer is IConditionalAccessOperation access)
                    return access.Operation;
            }

            return null;
        }
    }

    /// <summary>The point, built-in or custom; null where it is known only at run time.</summary>
    public HookPointFacts? Point { get; }

    /// <summary>Whether it is the synchronous entry, which refuses a point with an asynchronous hook.</summary>
    public bool IsSynchronous { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Null if the call fires nothing. Looks at the name first, because a program has many calls.</summary>
    public static FireCall? Find(InvocationExpressionSyntax syntax, SemanticModel semantics, HooksCompilation hooks, CancellationToken cancellationToken)
    {
        var name = syntax.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => string.Empty,
        };
        var isSynchronous = !name.EndsWith(Suffix, StringComparison.Ordinal);
        var pointName = isSynchronous ? name : name.Substring(0, name.Length - Suffix.Length);
        var point = hooks.Points.Find(pointName);
        if ((point is null && pointName != "Fire")
            || semantics.GetOperation(syntax, cancellationToken) is not IInvocationOperation call
            || !SymbolNames.IsHooksType(call.TargetMethod.ContainingType, MetadataNames.HookDispatcher))
        {
            return null;
        }

        return new(hooks, call, point ?? PointOf(call, hooks), isSynchronous, cancellationToken);
    }

    /// <summary>The point that a call names by its type argument or as a constant; null where it is known only at run time.</summary>
    public static HookPointFacts? PointOf(IInvocationOperation call, HooksCompilation hooks) =>
        call.TargetMethod.TypeArguments is [INamedTypeSymbol context]
            ? PointCatalogue.FindCustom(context, hooks.Compilation.Assembly)
            : call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value.ConstantValue is { HasValue: true, Value: int number }
                ? hooks.Points.Find(number)
                : null;
}
