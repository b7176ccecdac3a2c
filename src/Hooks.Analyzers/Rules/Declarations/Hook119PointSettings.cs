using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Declarations;

/// <summary>HOOK119: a setting of <c>[HookPoint]</c> on a class of contexts that is ignored, or read as something else.</summary>
internal sealed class Hook119PointSettings : AttributeRule
{
    private const int Block = 1;
    private const int Throw = 3;

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.PointSetting,
        title: "A setting of [HookPoint] does not mean what it says",
        messageFormat: "{0} of the point '{1}' {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + DiagnosticIds.PointSetting + ".md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override string Attribute => MetadataNames.HookPointAttribute;

    public override void Check(AttributeDeclaration declaration, Action<Diagnostic> report)
    {
        var settings = declaration.Attribute.NamedArguments;
        if (settings.IsEmpty)
            return;
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

    // A setting that says of an observe-only point what is true of it anyway is fine.
    private static string? Mistake(string name, TypedConstant setting, bool isBlocking) => (name, setting.Value) switch
    {
        ("Context", not null) => "is ignored, because the class itself is the context; remove it",
        ("Allowed", int allowed) when !isBlocking => allowed == 0 ? null : "is ignored, because the point is not blocking; set Blocking = true, or remove it",
        ("Allowed", 0) => "is None, which is read as Approval at a blocking point; name what hooks may answer, or remove Blocking if they only observe",
        ("OnFailure", int policy) when !isBlocking =>
            policy is Block or Throw || !HookNumbers.IsMember(setting) ? "is ignored, because the point is not blocking; set Blocking = true, or remove it" : null,
        ("OnFailure", Throw) => "is Throw, which is read as Block, because only single hooks can throw; write Block or Continue",
        ("OnFailure", int policy) => HookNumbers.IsMember(setting) ? null : $"is {policy}, which is no member of HookFailurePolicy and is read as Block; write Block or Continue",
        _ => null,
    };
}
