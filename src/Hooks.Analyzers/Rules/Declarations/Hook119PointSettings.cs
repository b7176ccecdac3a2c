using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK119: a <c>[HookPoint]</c> whose class or name makes no point, or a setting of it that is ignored, or read as something else.</summary>
internal sealed class Hook119PointSettings : AttributeRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.PointSetting,
        title: "A setting of [HookPoint] does not mean what it says",
        messageFormat: "{0} of the point '{1}' {2}",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Attribute => MetadataNames.HookPointAttribute;

    public override void Check(AttributeDeclaration declaration, Action<Diagnostic> report)
    {
        var context = (INamedTypeSymbol)declaration.Owner;
        if (NotAPoint(context) is { } reason)
            report(Diagnostic.Create(Rule, declaration.Syntax.Name.GetLocation(), "The class", context.Name, reason));
        else if (declaration.Attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: var name }] && string.IsNullOrWhiteSpace(name as string))
            report(Diagnostic.Create(Rule, declaration.Syntax.ArgumentList!.Arguments[0].GetLocation(), "The event name", context.Name, "is blank, so that no hook finds it; give it one, such as \"deploy.before\""));

        var settings = declaration.Attribute.NamedArguments;
        var isBlocking = settings.Any(setting => setting is { Key: "Blocking", Value.Value: true });
        foreach (var setting in settings)
        {
            if (Mistake(setting.Key, setting.Value, isBlocking) is { } mistake
                && declaration.Syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == setting.Key) is { } place)
            {
                report(Diagnostic.Create(Rule, place.GetLocation(), setting.Key, declaration.Owner.Name, mistake));
            }
        }
    }

    // Told here too, because a library that only fires its points has no hook at which HOOK008 could say so.
    private static string? NotAPoint(INamedTypeSymbol context) =>
        !PointCatalogue.DerivesFromCustomContext(context) ? "does not derive from CustomHookContext, so that nothing fires or hooks it; derive it, or remove [HookPoint]"
        : !context.IsSealed ? $"is not sealed, so that no [Hook<{context.Name}>] finds it; seal it, for one class is one point"
        : null;

    // A setting that says of an observe-only point what is true of it anyway is fine.
    private static string? Mistake(string name, TypedConstant setting, bool isBlocking) => (name, setting.Value) switch
    {
        ("Context", not null) => "is ignored, because the class itself is the context; remove it",
        ("Allowed", int allowed) when !isBlocking => allowed == 0 ? null : "is ignored, because the point is not blocking; set Blocking = true, or remove it",
        ("Allowed", 0) => "is None, which is read as Approval at a blocking point; name what hooks may answer, or remove Blocking if they only observe",
        ("OnFailure", int policy) when !isBlocking =>
            policy is HookFailurePolicies.Block or HookFailurePolicies.Throw || !HookNumbers.IsMember(setting) ? "is ignored, because the point is not blocking; set Blocking = true, or remove it" : null,
        ("OnFailure", HookFailurePolicies.Throw) => "is Throw, which is read as Block, because only single hooks can throw; write Block or Continue",
        ("OnFailure", int policy) => HookNumbers.IsMember(setting) ? null : $"is {policy}, which is no member of HookFailurePolicy and is read as Block; write Block or Continue",
        _ => null,
    };
}
