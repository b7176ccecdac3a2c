using Hooks.Analyzers.Finding;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules.Chains;

/// <summary>HOOK117: a hook with the name of a reference's hook, which therefore gets another name in the table.</summary>
internal sealed class Hook117NameOfReference : DeclarationRule
{
    private static readonly DiagnosticDescriptor Rule = CreateDescriptor(
        DiagnosticIds.NameOfReference,
        title: "A hook has the name of a referenced assembly's hook",
        messageFormat: "{0} has a hook called '{1}' too, which goes by '{2}' in this table because of it; give this one another Name",
        DiagnosticSeverity.Warning);

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void Check(HookDeclaration hook, Action<Diagnostic> report)
    {
        if (hook.Model is not { } model)
            return;
        var other = hook.Index.Called(model.Name).FirstOrDefault(other => other.Model.Assembly != model.Assembly);
        if (other is null)
            return;
        var name = hook.Argument("Name");
        if (name is not null || IsFirstUnnamed(hook))
            report(Create(hook, name?.GetLocation() ?? hook.NameLocation, other.Model.Assembly, model.Name, other.Name));
    }

    // The hooks that one method makes at several points share its name, and one word on it is enough.
    private static bool IsFirstUnnamed(HookDeclaration hook) => hook.Method.GetAttributes().First(attribute =>
        SymbolNames.IsHookAttribute(attribute.AttributeClass) && attribute.NamedArguments.All(argument => argument.Key != "Name")) == hook.Attribute;
}
