using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>Why the table cannot call a method. What would have to be redesigned comes before what a modifier mends.</summary>
/// <param name="Cause">What can be done about it mechanically.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Because">The reason, as a part of a sentence about the method.</param>
/// <param name="Instead">What would be right.</param>
internal sealed record CallObstacle(CallCause Cause, Location Place, string Because, string Instead)
{
    private const string AccessibleInstead = "make it internal or public";

    public static CallObstacle Find(HookDeclaration hook)
    {
        var method = hook.Method.PartialDefinitionPart ?? hook.Method;
        return OfKind(hook, method)
            ?? OfGenerics(hook, method)
            ?? OfBody(hook, method)
            ?? OfObject(hook, method)
            ?? OfAttributes(hook, method)
            ?? OfAccess(hook, method)
            ?? new(CallCause.Other, hook.NameLocation, "code in another file cannot name it", "move it into an internal class");
    }

    private static CallObstacle? OfKind(HookDeclaration hook, IMethodSymbol method)
    {
        var (because, instead) = method.MethodKind switch
        {
            MethodKind.Ordinary when method.ContainingType is { Name.Length: 0 } => ("it is in an extension block", "move it out of the block"),
            MethodKind.Ordinary => (string.Empty, string.Empty),
            MethodKind.LocalFunction when hook.Owner.Parent is GlobalStatementSyntax =>
                ("it is a local function, as functions beside top-level statements are", "make it an internal static method of a class"),
            MethodKind.LocalFunction => ("it is a local function", "make it an internal method of the class"),
            MethodKind.AnonymousFunction => ("it is a lambda", "make it a method of a class"),
            MethodKind.ExplicitInterfaceImplementation => ("it implements an interface explicitly", "make it a public method, which implements the interface too"),
            MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => ("it is an accessor", "make it a method"),
            MethodKind.UserDefinedOperator or MethodKind.Conversion => ("it is an operator", "make it a method with a name"),
            MethodKind.Destructor => ("it is a finalizer", "make it a method"),
            MethodKind.Constructor or MethodKind.StaticConstructor => ("it has no return type", "write one before its name"),
            _ => ("it is no ordinary method", "make it one"),
        };
        return because.Length == 0 ? null : new(CallCause.Other, hook.NameLocation, because, instead);
    }

    private static CallObstacle? OfGenerics(HookDeclaration hook, IMethodSymbol method)
    {
        if (method.Arity != 0)
            return new(CallCause.Other, (hook.Owner as MethodDeclarationSyntax)?.TypeParameterList?.GetLocation() ?? hook.NameLocation, "it is generic", "write it for the types that it is for");
        return Around(method.ContainingType).FirstOrDefault(type => type.Arity != 0) is { } generic
            ? new(CallCause.Other, hook.NameLocation, $"{Describe(generic)} is generic", "move it to a type that is not")
            : null;
    }

    private static CallObstacle? OfBody(HookDeclaration hook, IMethodSymbol method)
    {
        if (method.IsAbstract)
        {
            return new(CallCause.Other, At(hook, SyntaxKind.AbstractKeyword), "it has no body", method.ContainingType.TypeKind == TypeKind.Interface
                ? "put [Hook] on the methods that implement it"
                : "put [Hook] on the methods that override it, because they do not inherit it");
        }

        if ((method.PartialImplementationPart ?? method).IsExtern)
            return new(CallCause.Other, At(hook, SyntaxKind.ExternKeyword), "it is extern", "call it from a hook with a body");
        return method.IsPartialDefinition && method.PartialImplementationPart is null
            ? new(CallCause.Other, hook.NameLocation, "it is partial and nothing implements it", "write the part with the body")
            : null;
    }

    private static CallObstacle? OfObject(HookDeclaration hook, IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.IsStatic)
        {
            return method.IsVirtual
                ? new(CallCause.Other, At(hook, SyntaxKind.VirtualKeyword), "it is static and virtual", "make it static only")
                : null;
        }

        return type switch
        {
            { TypeKind: TypeKind.Class, IsAbstract: false } => null,
            { TypeKind: TypeKind.Class } => new(CallCause.NoObject, hook.NameLocation, $"the class '{type.Name}' is abstract, so that it has no objects", "make it static, or hook a class that derives from it"),
            { TypeKind: TypeKind.Struct } => new(CallCause.NoObject, hook.NameLocation, $"it is an instance method of the struct '{type.Name}'", "make it static, or the struct a class"),
            _ => new(CallCause.NoObject, hook.NameLocation, $"it is an instance method of the interface '{type.Name}'", "make it static, or put [Hook] on the methods that implement it"),
        };
    }

    private static CallObstacle? OfAttributes(HookDeclaration hook, IMethodSymbol method)
    {
        if (method.IsConditional)
            return new(CallCause.Other, AttributeOf(hook, nameof(System.Diagnostics.ConditionalAttribute)), "[Conditional] lets calls of it vanish", "test the condition within it");
        if (Reachability.IsObsoleteError(method))
            return new(CallCause.Other, AttributeOf(hook, nameof(ObsoleteAttribute)), "[Obsolete] makes calls of it errors", "remove [Hook], or make it a warning");
        if (Around(method.ContainingType).FirstOrDefault(Reachability.IsObsoleteError) is { } type)
            return new(CallCause.Other, hook.NameLocation, $"[Obsolete] makes every use of {Describe(type)} an error", "move it, or make that a warning");
        return method.Parameters.SelectMany(parameter => Around(parameter.Type as INamedTypeSymbol)).FirstOrDefault(Reachability.IsObsoleteError) is { } taken
            ? new(CallCause.Other, hook.NameLocation, $"it takes {Describe(taken)}, and [Obsolete] makes every use of that an error", "take another class, or make that a warning")
            : null;
    }

    private static CallObstacle? OfAccess(HookDeclaration hook, IMethodSymbol method)
    {
        if (Around(method.ContainingType).FirstOrDefault(type => type.IsFileLocal) is { } file)
            return new(CallCause.FileType, hook.NameLocation, $"{Describe(file)} is in sight only in this file", "make that internal");
        if (!Reachability.IsWithinAssembly(method.DeclaredAccessibility))
        {
            var access = Describe(method.DeclaredAccessibility);
            return AccessOf(hook) is { } written
                ? new(CallCause.Hidden, written, $"it is {access}", AccessibleInstead)
                : new(CallCause.Hidden, hook.NameLocation, $"it is {access}, as methods without a modifier are", AccessibleInstead);
        }

        return Around(method.ContainingType).FirstOrDefault(type => !Reachability.IsWithinAssembly(type.DeclaredAccessibility)) is { } hidden
            ? new(CallCause.Hidden, hook.NameLocation, $"{Describe(hidden)} is {Describe(hidden.DeclaredAccessibility)}", "make that internal or public")
            : null;
    }

    private static Location? AccessOf(HookDeclaration hook)
    {
        var written = ((MethodDeclarationSyntax)hook.Owner).Modifiers.Where(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())).ToList();
        return written.Count == 0 ? null : Location.Create(hook.Syntax.SyntaxTree, TextSpan.FromBounds(written[0].SpanStart, written[written.Count - 1].Span.End));
    }

    private static Location At(HookDeclaration hook, SyntaxKind modifier) =>
        hook.Owner is MethodDeclarationSyntax method && method.Modifiers.FirstOrDefault(token => token.IsKind(modifier)) is { RawKind: not 0 } found ? found.GetLocation() : hook.NameLocation;

    private static Location AttributeOf(HookDeclaration hook, string name)
    {
        var written = hook.Method.GetAttributes().FirstOrDefault(data => data.AttributeClass?.Name == name)?.ApplicationSyntaxReference;
        return written is not null && written.SyntaxTree == hook.Syntax.SyntaxTree ? Location.Create(written.SyntaxTree, written.Span) : hook.NameLocation;
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
            yield return type;
    }

    private static string Describe(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            _ => "class",
        };
        return $"the {kind} '{type.Name}'";
    }

    private static string Describe(Accessibility access) => access switch
    {
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };
}
