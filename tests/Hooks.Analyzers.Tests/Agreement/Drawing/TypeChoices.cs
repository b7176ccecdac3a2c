namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>The types that hooks are in. After the brace stands what the type has besides.</summary>
internal static class TypeChoices
{
    private const Needs OfClass = Needs.Heirs | Needs.Instance | Needs.Class | Needs.Operators;

    public static IReadOnlyList<Choice> All { get; } =
    [
        new("type: static class", "$acc static class $name {", Gives: Needs.StaticTop, IsUsual: true),
        new("type: class", "$acc class $name {", Gives: OfClass | Needs.Open, IsUsual: true),
        new("type: sealed class", "$acc sealed class $name {", Gives: OfClass, IsUsual: true),
        new("type: partial class", "$acc partial class $name {", Gives: OfClass | Needs.Open | Needs.Partial, IsUsual: true) { Elsewhere = "partial class $name {" },
        new("type: partial static class", "$acc static partial class $name {", Gives: Needs.StaticTop | Needs.Partial) { Elsewhere = "static partial class $name {" },
        new("type: abstract class", "$acc abstract class $name {", Gives: OfClass | Needs.Open | Needs.Abstract),
        new("type: primary constructor", "$acc sealed class $name(string text) {", Gives: OfClass),
        new("type: private constructor", "$acc sealed class $name { private $name() { }", Gives: OfClass),
        new("type: obsolete constructor", "$acc sealed class $name { [Obsolete(\"gone\", true)] public $name() { }", Gives: OfClass),
        new("type: required member", "$acc sealed class $name { public required string Text { get; init; }", Gives: OfClass),
        new("type: derived", "$acc class $name : Acme.Own.BaseHooks {", Gives: OfClass | Needs.Open | Needs.Base),
        new("type: implements", "$acc class $name : Acme.Own.IHooks {", Gives: OfClass | Needs.Implements),
        new("type: context", "[HookPoint(\"own.$name\")] $acc sealed class $name : CustomHookContext {", Gives: OfClass),
        new("type: record", "$acc record $name(int Number) {", Gives: Needs.Heirs | Needs.Instance | Needs.Class),
        new("type: sealed record", "$acc sealed record class $name {", Gives: Needs.Heirs | Needs.Instance | Needs.Class),
        new("type: abstract record", "$acc abstract record $name {", Gives: Needs.Heirs | Needs.Instance | Needs.Class | Needs.Abstract),
        new("type: record struct", "$acc record struct $name(int Number) {", Gives: Needs.Instance | Needs.Struct),
        new("type: readonly record struct", "$acc readonly record struct $name {", Gives: Needs.Instance),
        new("type: struct", "$acc struct $name {", Gives: Needs.Instance | Needs.Struct | Needs.Operators),
        new("type: partial struct", "$acc partial struct $name {", Gives: Needs.Instance | Needs.Struct | Needs.Partial) { Elsewhere = "partial struct $name {" },
        new("type: struct with interface", "$acc struct $name : Acme.Own.IHooks { void Acme.Own.IHooks.More() { }", Gives: Needs.Instance | Needs.Implements),
        new("type: ref struct", "$acc ref struct $name {", Gives: Needs.Instance),
        new("type: interface", "$acc interface $name {", Gives: Needs.Heirs | Needs.Interface),
        new("type: partial interface", "$acc partial interface $name {", Gives: Needs.Heirs | Needs.Interface | Needs.Partial) { Elsewhere = "partial interface $name {" },
        new("type: generic class", "$acc class $name<TOf> {", Gives: OfClass | Needs.Open),
        new("type: generic static class", "$acc static class $name<TOf> {"),
        new("type: generic struct", "$acc struct $name<TOf> where TOf : HookContext {", Gives: Needs.Instance | Needs.Struct),
        new("type: generic interface", "$acc interface $name<TOf> {", Gives: Needs.Heirs | Needs.Interface),
        new("type: obsolete", "[Obsolete] $acc class $name {", Gives: OfClass),
        new("type: obsolete error", "[Obsolete(\"gone\", true)] $acc class $name {", Gives: OfClass),
        new("type: experimental", "[System.Diagnostics.CodeAnalysis.Experimental(\"ACME003\")] $acc class $name {", Gives: OfClass),
        new("type: generated", "[System.CodeDom.Compiler.GeneratedCode(\"Acme\", \"1\")] $acc class $name {", Gives: OfClass),
        new("type: file class", "file class $name {", Needs.Top, OfClass),
        new("type: file static class", "file static class $name {", Needs.Top, Needs.StaticTop),
        new("type: file interface", "file interface $name {", Needs.Top, Needs.Heirs | Needs.Interface),
        new("type: table", "[HookTable] internal sealed partial class $name {", Needs.Top, OfClass | Needs.Partial) { Elsewhere = "partial class $name {" },
        new("type: static table", "[HookTable] internal static partial class $name {", Needs.Top, Needs.Partial) { Elsewhere = "static partial class $name {" },
    ];

    public static Choice Statements { get; } = new("type: statements", "", Gives: Needs.Statements);
}
