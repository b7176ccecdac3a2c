using Microsoft.CodeAnalysis;

namespace Hooks.Shared;

/// <summary>The one definition of a valid hook, which generator and analyzers share.</summary>
internal static class HookMethodRules
{
    /// <summary>Checks one attribute on one method.</summary>
    /// <param name="method">The method; of a partial one, either part.</param>
    /// <param name="attribute">A <c>[Hook]</c> or <c>[Hook&lt;TContext&gt;]</c> of it.</param>
    /// <param name="compilation">The compilation that declares the method.</param>
    public static HookCheck Check(IMethodSymbol method, AttributeData attribute, Compilation compilation)
    {
        method = method.PartialDefinitionPart ?? method;
        var violations = HookViolations.None;
        var point = FindPoint(attribute, method, compilation);
        var returns = Returns(method);

        if (returns == HookReturn.Invalid)
            violations |= HookViolations.ReturnType;
        if (!HookMethodParameters.AreValid(method, point))
            violations |= HookViolations.Parameters;
        if (returns >= HookReturn.Result && point is { IsBlocking: false })
            violations |= HookViolations.VerdictAtObserveOnlyPoint;
        if (!IsCallable(method))
            violations |= HookViolations.NotCallable;
        if (returns == HookReturn.Void && (method.PartialImplementationPart ?? method).IsAsync)
            violations |= HookViolations.AsyncVoid;
        if (!IsOnlyOneForPoint(method, attribute))
            violations |= HookViolations.SamePointTwice;
        if (point is null)
            violations |= HookViolations.UnknownPoint;
        else if (!point.HasToolName && HasTools(attribute))
            violations |= HookViolations.ToolsWithoutTool;
        if (!HookNumbers.AreValid(attribute, compilation))
            violations |= HookViolations.Numbers;
        return new(violations, point, returns);
    }

    /// <summary>Whether two attributes of one method name the same point.</summary>
    public static bool AreForOnePoint(AttributeData one, AttributeData other)
    {
        return SymbolEqualityComparer.Default.Equals(one.AttributeClass, other.AttributeClass) && Number(one) == Number(other);

        static int? Number(AttributeData attribute) => attribute.ValueAt(0) as int?;
    }

    /// <summary>What a method returns, as far as hooks may return it.</summary>
    public static HookReturn Returns(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return HookReturn.Void;
        if (method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType is not INamedTypeSymbol { ContainingType: null } type)
            return HookReturn.Invalid;
        if (SymbolNames.IsHooksType(type, MetadataNames.HookResult))
            return HookReturn.Result;

        var isTask = type.Name == "Task";
        if ((!isTask && type.Name != "ValueTask") || !SymbolNames.IsInTasks(type, method.ContainingAssembly))
            return HookReturn.Invalid;
        if (type.Arity == 0)
            return isTask ? HookReturn.Task : HookReturn.ValueTask;
        if (type.Arity > 1 || !SymbolNames.IsHooksType(type.TypeArguments[0], MetadataNames.HookResult))
            return HookReturn.Invalid;
        return isTask ? HookReturn.TaskOfResult : HookReturn.ValueTaskOfResult;
    }

    /// <summary>Whether the table of the method's own assembly can call it.</summary>
    public static bool IsCallable(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.Ordinary || method.IsAbstract || method.Arity != 0 || !Reachability.IsWithinAssembly(method.DeclaredAccessibility))
            return false;
        var body = method.PartialImplementationPart ?? method;
        if (body.IsExtern || (method.IsPartialDefinition && method.PartialImplementationPart is null))
            return false;
        var type = method.ContainingType;
        if (method.IsStatic ? method.IsVirtual : type is not { TypeKind: TypeKind.Class, IsAbstract: false })
            return false;

        // A conditional call vanishes from the table where its symbol is not defined.
        return !method.IsConditional && Reachability.CanBeNamed(type, seesInternals: true) && !Reachability.IsObsoleteError(method) && !TakesWhatIsGone(method);
    }

    private static HookPointFacts? FindPoint(AttributeData attribute, IMethodSymbol method, Compilation compilation)
    {
        if (attribute.AttributeClass is { Arity: 1 } custom)
        {
            return custom.TypeArguments[0] is INamedTypeSymbol context && !IsUnderExternAlias(context.ContainingAssembly, compilation)
                ? PointCatalogue.FindCustom(context, method.ContainingAssembly)
                : null;
        }

        return attribute.ConstructorArguments.Length == 1
            && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol hookPoint, Value: int number }
            && JoinedPoints.Find(attribute) is null
                ? PointCatalogue.Of(hookPoint).Find(number)
                : null;
    }

    // Emitted code names everything from the global namespace, where such an assembly is not.
    private static bool IsUnderExternAlias(IAssemblySymbol? assembly, Compilation compilation) =>
        assembly is not null
        && compilation.GetMetadataReference(assembly) is { Properties.Aliases: { IsEmpty: false } aliases }
        && !aliases.Contains(MetadataReferenceProperties.GlobalAlias);

    private static bool IsOnlyOneForPoint(IMethodSymbol method, AttributeData attribute)
    {
        var attributes = method.GetAttributes();
        if (attributes.Length == 1)
            return attributes[0] == attribute;
        var found = 0;
        foreach (var other in attributes)
        {
            if (AreForOnePoint(other, attribute))
                found++;
        }

        return found == 1;
    }

    private static bool HasTools(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Tools", Value.Value: not null })
                return true;
        }

        return false;
    }

    // An obsolete method may take what is gone; the table may not.
    private static bool TakesWhatIsGone(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            for (var type = parameter.Type as INamedTypeSymbol; type is not null; type = type.ContainingType)
            {
                if (Reachability.IsObsoleteError(type))
                    return true;
            }
        }

        return false;
    }
}
