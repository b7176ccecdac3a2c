using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>Says why a class is no custom point, and what would make it one.</summary>
internal static class CustomPoints
{
    /// <summary>The reason as the end of a sentence.</summary>
    /// <param name="context">The class that a <c>[Hook&lt;TContext&gt;]</c> names, and that <see cref="PointCatalogue"/> has refused.</param>
    public static string WhyNot(INamedTypeSymbol context)
    {
        if (SymbolNames.IsHooksType(context, MetadataNames.CustomHookContext))
            return "CustomHookContext is the base of custom points; name a sealed class that derives from it";
        if (!PointCatalogue.DerivesFromCustomContext(context))
            return $"'{context.Name}' does not derive from CustomHookContext; built-in points are named as in [Hook(HookPoint.BeforeToolCall)]";
        if (context.GetAttributes().FirstOrDefault(attribute => SymbolNames.IsHooksType(attribute.AttributeClass, MetadataNames.HookPointAttribute)) is not { } point)
            return $"'{context.Name}' has no [HookPoint]; put one with an event name on it, such as [HookPoint(\"deploy.before\")]";
        if (context.IsAbstract || !context.IsSealed)
            return $"'{context.Name}' is not sealed; a class of contexts is one point, so seal it";
        if (string.IsNullOrWhiteSpace(point.ValueAt(0) as string))
            return $"[HookPoint] of '{context.Name}' has an empty event name; give it one, such as \"deploy.before\"";
        return Obstacle(context) ?? $"'{context.Name}' is in an assembly that is referenced only under an extern alias, where the table cannot name it; add global to the aliases of the reference";
    }

    private static string? Obstacle(INamedTypeSymbol context)
    {
        for (var type = context; type is not null; type = type.ContainingType)
        {
            var subject = SymbolEqualityComparer.Default.Equals(type, context) ? $"'{type.Name}'" : $"'{type.Name}', which contains '{context.Name}',";
            if (type.IsFileLocal)
                return $"{subject} is local to its file, where the table cannot name it; remove the file modifier";
            if (type.Arity > 0)
                return $"{subject} is generic, so that the table cannot name it; a class of contexts is one point, so make it not generic";
            if (type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return $"{subject} is {Describe(type.DeclaredAccessibility)}, so that the table cannot name it; make it internal or public";
            if (Reachability.IsObsoleteError(type))
                return $"{subject} is obsolete, and every use of it an error; name another class, or make that a warning";
        }

        return null;
    }

    private static string Describe(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.Protected => "protected",
        _ => "private protected",
    };
}
