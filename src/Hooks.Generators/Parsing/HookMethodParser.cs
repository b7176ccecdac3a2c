using Hooks.Generators.Model;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>Turns the attributes of one method into models, one for each that makes a valid hook.</summary>
internal static class HookMethodParser
{
    public static FoundHooks Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        var hooks = default(EquatableArray<HookModel>);
        var leftOut = 0;
        foreach (var attribute in context.Attributes)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Both parts of a partial method carry the attributes of both: each counts where it is written.
            if (attribute.ApplicationSyntaxReference is not { } written || !context.TargetNode.Span.Contains(written.Span))
                continue;
            var check = HookMethodRules.Check(method, attribute, context.SemanticModel.Compilation);
            if (check is { IsValid: true, Point: { } point })
                hooks = [.. hooks, Model(method, attribute, point, check.Returns)];
            else
                leftOut++;
        }

        return new(hooks, leftOut);
    }

    /// <summary>The model of a valid hook.</summary>
    public static HookModel Model(IMethodSymbol method, AttributeData attribute, HookPointFacts point, HookReturn returns)
    {
        var type = method.ContainingType;
        var typeName = CSharpNames.FullName(type, out var typeReference);
        var parameter = ContextNames.Of((INamedTypeSymbol)method.Parameters[0].Type);
        var takesToken = method.Parameters.Length == 2;
        var settings = HookSettings.Read(attribute);
        return new()
        {
            Point = PointModels.Of(point),
            Name = Name(settings, typeName, method),
            TypeName = typeName,
            Type = typeReference,
            Method = method.Name,
            Parameters = takesToken ? parameter.WithToken : parameter.Alone,
            Assembly = method.ContainingAssembly.Name,
            Returns = returns,
            TakesToken = takesToken,
            ContextParameter = parameter.Reference,
            Owner = method.IsStatic ? null : OwnerParser.Parse(type, typeName, typeReference),
            Description = settings.Description,
            Priority = settings.Priority,
            Tools = settings.Tools,
            After = settings.After,
            Before = settings.Before,
            OnFailure = settings.OnFailure,
            TimeoutMilliseconds = settings.TimeoutMilliseconds,
            Retries = settings.Retries,
            Background = settings.Background,
            CircuitBreaker = settings.CircuitBreaker,
        };
    }

    /// <summary>What a hook is called, valid or not.</summary>
    public static string NameOf(IMethodSymbol method, AttributeData attribute) =>
        Name(HookSettings.Read(attribute), CSharpNames.FullName(method.ContainingType, out _), method);

    private static string Name(HookSettings settings, string typeName, IMethodSymbol method) =>
        string.IsNullOrWhiteSpace(settings.Name) ? $"{typeName}.{method.Name}" : settings.Name!;
}
