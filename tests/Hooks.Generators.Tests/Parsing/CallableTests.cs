using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Generators.Tests.Parsing;

/// <summary>HOOK004: methods that the table can call.</summary>
public class CallableTests
{
    private const string Hook = "[Hook(HookPoint.BeforeToolCall)]";

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public void AccessibleMethod(string accessibility) =>
        Assert.True(Parsed.Member($"{accessibility} static void Check(ToolCallContext c) {{ }}"));

    [Theory]
    [InlineData("private")]
    [InlineData("")]
    public void PrivateMethod(string accessibility) =>
        Assert.False(Parsed.Member($"{Hook} {accessibility} static void Check(ToolCallContext c) {{ }}"));

    [Theory]
    [InlineData("protected internal", true)]
    [InlineData("protected", false)]
    [InlineData("private protected", false)]
    public void ProtectedMethod(string accessibility, bool expected) =>
        Assert.Equal(expected, Parsed.Hooks($"public class Guards {{ {Hook} {accessibility} static void Check(ToolCallContext c) {{ }} }}").Count == 1);

    [Theory]
    [InlineData("public", true)]
    [InlineData("internal", true)]
    [InlineData("protected internal", true)]
    [InlineData("private", false)]
    [InlineData("protected", false)]
    [InlineData("private protected", false)]
    public void EveryContainingTypeCounts(string accessibility, bool expected) =>
        Assert.Equal(expected, Parsed.Hooks($$"""
            public class Outer { {{accessibility}} class Middle { public static class Inner { {{Hook}} public static void Check(ToolCallContext c) { } } } }
            """).Count == 1);

    [Theory]
    [InlineData("public static class Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("class Guards { HOOK public void A(ToolCallContext c) { } }")]
    [InlineData("class Guards { HOOK public virtual void A(ToolCallContext c) { } }")]
    [InlineData("sealed record Guards(int X) { HOOK public void A(ToolCallContext c) { } }")]
    [InlineData("abstract class Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("struct Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("readonly record struct Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("ref struct Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("interface IGuards { HOOK static void A(ToolCallContext c) { } }")]
    [InlineData("class Base { public virtual void A(ToolCallContext c) { } } class Guards : Base { HOOK public override void A(ToolCallContext c) { } }")]
    [InlineData("class Guards(string name) { HOOK public void A(ToolCallContext c) => c.AddContext(name); }")]
    [InlineData("namespace A.B { class Guards { HOOK public void A(ToolCallContext c) { } } }")]
    public void Allowed(string source) => Assert.Single(Parsed.Hooks(source.Replace("HOOK", Hook)));

    [Theory]
    [InlineData("abstract class Guards { HOOK public void A(ToolCallContext c) { } }")]
    [InlineData("abstract class Guards { HOOK public abstract void A(ToolCallContext c); }")]
    [InlineData("struct Guards { HOOK public void A(ToolCallContext c) { } }")]
    [InlineData("record struct Guards { HOOK public void A(ToolCallContext c) { } }")]
    [InlineData("interface IGuards { HOOK void A(ToolCallContext c); }")]
    [InlineData("interface IGuards { HOOK void A(ToolCallContext c) { } }")]
    [InlineData("interface IGuards { HOOK static abstract void A(ToolCallContext c); }")]
    [InlineData("interface IGuards { HOOK static virtual void A(ToolCallContext c) { } }")]
    [InlineData("interface IA { void A(ToolCallContext c); } class Guards : IA { HOOK void IA.A(ToolCallContext c) { } }")]
    [InlineData("static class Guards { HOOK public static void A<T>(ToolCallContext c) { } }")]
    [InlineData("static class Guards<T> { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("static class Outer<T> { public static class Guards { HOOK public static void A(ToolCallContext c) { } } }")]
    [InlineData("file static class Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("file static class Outer { internal static class Guards { HOOK public static void A(ToolCallContext c) { } } }")]
    [InlineData("static class Guards { [System.Runtime.InteropServices.DllImport(\"x\")] HOOK public static extern void A(ToolCallContext c); }")]
    [InlineData("static class Guards { public static void M() { HOOK static void A(ToolCallContext c) { } A(null!); } }")]
    [InlineData("class Guards { public int P { HOOK get => 1; } }")]
    [InlineData("static class Guards { [System.Obsolete(\"no\", true)] HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("[System.Obsolete(\"no\", true)] static class Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("[HookPoint(\"a\"), System.Obsolete(\"gone\", true)] public sealed class C : CustomHookContext; [System.Obsolete(\"soon\")] static class Guards { [Hook<C>] public static void A(C c) { } }")]
    [InlineData("[HookPoint(\"a\"), System.Obsolete(\"gone\", true)] public sealed class C : CustomHookContext; [System.Obsolete(\"soon\")] static class Guards { [Hook<C>] public static void A(CustomHookContext c) { } }")]
    [InlineData("[System.Obsolete(\"gone\", true)] public abstract class B : CustomHookContext; [HookPoint(\"a\"), System.Obsolete(\"soon\")] public sealed class C : B; [System.Obsolete(\"soon\")] static class Guards { [Hook<C>] public static void A(B c) { } }")]
    [InlineData("static class Guards { [System.Diagnostics.Conditional(\"X\")] HOOK public static void A(ToolCallContext c) { } }")]
    public void Refused(string source) => Assert.Empty(Parsed.Hooks(source.Replace("HOOK", Hook)));

    [Fact]
    public void ObsoleteAsAWarningIsCallable() =>
        Assert.True(Parsed.Member($"[System.Obsolete(\"soon\")] {Hook} public static void A(ToolCallContext c) {{ }}"));

    [Theory]
    [InlineData("HOOK static void A(ToolCallContext c) { }")]
    [InlineData("HOOK public static HookResult operator +(ToolCallContext c, Guards g) => default;")]
    [InlineData("HOOK public Guards(ToolCallContext c) { }")]
    public void WhatIsNoOrdinaryMethod(string member) =>
        Assert.Empty(HookCompilation.Library($"public class Guards {{ {member.Replace("HOOK", Hook)} }}").Generate().Values(StepNames.Hooks).Cast<Model.FoundHooks>().SelectMany(hooks => hooks.Valid));

    [Fact]
    public void ExtensionBlock()
    {
        var project = HookCompilation.Library($$"""
            public static class Guards
            {
                extension(ToolCallContext call) { {{Hook}} public static void A(ToolCallContext c) { } }
                extension(string text) { {{Hook}} public void B(ToolCallContext c) { } }
            }
            """) with { LanguageVersion = LanguageVersion.Preview };

        Assert.Empty(Parsed.Hooks(project));
    }

    [Fact]
    public void AttributeIsNotInherited()
    {
        var hook = Parsed.Hook($$"""
            class Base { {{Hook}} public virtual void A(ToolCallContext c) { } }
            class Derived : Base { public override void A(ToolCallContext c) { } }
            """);

        Assert.Equal("Base", hook.TypeName);
    }
}
