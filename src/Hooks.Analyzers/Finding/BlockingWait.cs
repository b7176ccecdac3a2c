using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Analyzers.Finding;

/// <summary>A place where a thread waits or sleeps although one could await.</summary>
/// <param name="Location">What does it, as small as it can be said.</param>
/// <param name="Name">What does it, by name.</param>
/// <param name="Instead">What to write instead.</param>
/// <param name="Task">The task that is waited for; null where it is not one task.</param>
internal sealed record BlockingWait(Location Location, string Name, string Instead, IOperation? Task)
{
    private const string AwaitTask = "await the task";

    /// <summary>Null if the operation blocks nobody.</summary>
    public static BlockingWait? Find(IOperation operation, IAssemblySymbol assembly) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } property when SymbolNames.IsTask(property.Property.ContainingType, assembly) =>
            new(NameOf(property.Syntax), "Result", AwaitTask, task),
        IInvocationOperation call => Find(call, assembly),
        _ => null,
    };

    private static BlockingWait? Find(IInvocationOperation call, IAssemblySymbol assembly)
    {
        var type = call.TargetMethod.ContainingType;
        switch (call.TargetMethod.Name)
        {
            case "Wait" when call.Instance is { } task && SymbolNames.IsTask(type, assembly) && !IsZero(call):
                var hasLimit = call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit);
                return new(NameOf(call.Syntax), "Wait", hasLimit ? "await the task's WaitAsync" : AwaitTask, task);
            case "GetResult" when call.Instance is IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } awaiter && Awaited(task, assembly) is { } inner:
                return new(Between(awaiter.Syntax, call.Syntax), "GetAwaiter().GetResult()", AwaitTask, inner);
            case "WaitAll" or "WaitAny" when call.Instance is null && SymbolNames.IsTask(type, assembly):
                return new(NameOf(call.Syntax), "Task." + call.TargetMethod.Name, $"await Task.{(call.TargetMethod.Name == "WaitAll" ? "WhenAll" : "WhenAny")}", null);
            case "Sleep" when type.Name == "Thread" && SymbolNames.IsInThreading(type, assembly) && !IsZero(call):
                return new((call.Syntax as InvocationExpressionSyntax)?.Expression.GetLocation() ?? call.Syntax.GetLocation(), "Thread.Sleep", "await Task.Delay", null);
            default:
                return null;
        }
    }

    private static IOperation? Awaited(IOperation task, IAssemblySymbol assembly)
    {
        task = OwnCode.Unconverted(task);
        if (task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner })
            task = OwnCode.Unconverted(inner);
        return SymbolNames.IsTask(task.Type, assembly) ? task : null;
    }

    // To wait for no time at all is to ask, and to sleep for none is to let others run.
    private static bool IsZero(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit)?.Value is { } limit
        && (limit.ConstantValue is { HasValue: true, Value: 0 } || OwnCode.Unconverted(limit) is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } });

    private static Location NameOf(SyntaxNode node) => ((node as InvocationExpressionSyntax)?.Expression ?? node) switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        var other => other.GetLocation(),
    };

    private static Location Between(SyntaxNode first, SyntaxNode last) =>
        Location.Create(last.SyntaxTree, TextSpan.FromBounds(NameOf(first).SourceSpan.Start, last.Span.End));
}
