using System.Collections.Immutable;
using Hooks.Analyzers.Finding;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Rules;

/// <summary>One diagnostic: its text, and what it looks for. Rules have no state, and run on many threads.</summary>
internal abstract class Rule
{
    private const string Category = "Hooks";
    private const string Pages = "https://github.com/hooks-dotnet/hooks/blob/main/docs/diagnostics/";

    /// <summary>
    /// The tags of errors that keep a hook out of the table, so that nobody can silence one into nothing: settings pass over the
    /// first tag, and <c>[SuppressMessage]</c> over the second.
    /// </summary>
    protected static readonly string[] NeverSilent = [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>A descriptor with what all rules have in common.</summary>
    /// <param name="id">One of <see cref="Hooks.Shared.DiagnosticIds"/>; its page is named after it.</param>
    /// <param name="title">What is wrong, in a few words.</param>
    /// <param name="messageFormat">What is wrong here, and what would be right.</param>
    /// <param name="defaultSeverity">How bad it is where nobody has set anything else.</param>
    /// <param name="customTags">Of <see cref="WellKnownDiagnosticTags"/>.</param>
    protected static DiagnosticDescriptor CreateDescriptor(string id, string title, string messageFormat, DiagnosticSeverity defaultSeverity, params string[] customTags) =>
        new(id, title, messageFormat, Category, defaultSeverity, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md", customTags: customTags);
}

/// <summary>A rule about one <c>[Hook]</c> on one method, wherever the method's body is.</summary>
internal abstract class DeclarationRule : Rule
{
    public abstract void Check(HookDeclaration hook, Action<Diagnostic> report);

    /// <summary>
    /// The diagnostic at a place, with the attribute as its first additional location: one method may carry several attributes,
    /// and what is wrong with one of them is often marked elsewhere.
    /// </summary>
    protected Diagnostic Create(HookDeclaration hook, Location location, params object?[] arguments) =>
        Diagnostic.Create(Descriptor, location, additionalLocations: [hook.Syntax.GetLocation()], properties: null, arguments);

    /// <summary>The same with properties for the fix.</summary>
    protected Diagnostic Create(HookDeclaration hook, Location location, ImmutableDictionary<string, string?> properties, params object?[] arguments) =>
        Diagnostic.Create(Descriptor, location, additionalLocations: [hook.Syntax.GetLocation()], properties, arguments);
}

/// <summary>A rule about another attribute of Hooks.</summary>
internal abstract class AttributeRule : Rule
{
    /// <summary>Which one: one of <see cref="Hooks.Shared.MetadataNames"/>.</summary>
    public abstract string Attribute { get; }

    public abstract void Check(AttributeDeclaration declaration, Action<Diagnostic> report);
}

/// <summary>A rule about what a hook method does.</summary>
internal abstract class BodyRule : Rule
{
    public abstract void Check(HookBody body, Action<Diagnostic> report);
}

/// <summary>A rule about a call that fires a point.</summary>
internal abstract class FireRule : Rule
{
    public abstract void Check(FireCall fire, Action<Diagnostic> report);
}

/// <summary>A rule about the assembly's whole table; runs when everything else has been looked at.</summary>
internal abstract class TableRule : Rule
{
    public abstract void Check(HookIndex index, Action<Diagnostic> report);
}
