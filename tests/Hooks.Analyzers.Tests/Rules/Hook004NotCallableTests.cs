namespace Hooks.Analyzers.Tests.Rules;

public class Hook004NotCallableTests
{
    private const string Id = "HOOK004";
    private const string Hook = "[Hook(HookPoint.BeforeToolCall)]";

    [Fact]
    public Task PrivateMethodIsFoundAtTheWord() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            [|private|] static HookResult Check(ToolCallContext call) => HookResult.Continue;
        }
        """,
        "The table cannot call the hook 'Check' because it is private; make it internal or public");

    // Half a method: the compiler takes it for a constructor.
    [Fact]
    public async Task MethodWithoutAReturnType()
    {
        var found = await Analysis.RunAsync(HookCompilation.Library("static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static Check(ToolCallContext call) { } }"), allowErrors: true);
        var mine = Assert.Single(found, diagnostic => diagnostic.Id == "HOOK004");
        Assert.EndsWith("because it has no return type; write one before its name", mine.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static class Guards { HOOK static void [|A|](ToolCallContext c) { } }", "it is private, as methods without a modifier are; make it internal or public")]
    [InlineData("class Guards { HOOK [|protected|] static void A(ToolCallContext c) { } }", "it is protected; make it internal or public")]
    [InlineData("class Guards { HOOK [|private protected|] static void A(ToolCallContext c) { } }", "it is private protected; make it internal or public")]
    [InlineData("class Outer { static class Guards { HOOK internal static void [|A|](ToolCallContext c) { } } }", "the class 'Guards' is private; make that internal or public")]
    [InlineData("class Outer { protected record Middle { internal static class Guards { HOOK internal static void [|A|](ToolCallContext c) { } } } }", "the record 'Middle' is protected; make that internal or public")]
    [InlineData("file static class Guards { HOOK internal static void [|A|](ToolCallContext c) { } }", "the class 'Guards' is in sight only in this file; make that internal")]
    [InlineData("file struct Outer { internal static class Guards { HOOK internal static void [|A|](ToolCallContext c) { } } }", "the struct 'Outer' is in sight only in this file; make that internal")]
    [InlineData("static class Guards { HOOK internal static void A[|<T>|](ToolCallContext c) { } }", "it is generic; write it for the types that it is for")]
    [InlineData("static class Guards<T> { HOOK internal static void [|A|](ToolCallContext c) { } }", "the class 'Guards' is generic; move it to a type that is not")]
    [InlineData("interface IOuter<T> { public static class Guards { HOOK internal static void [|A|](ToolCallContext c) { } } }", "the interface 'IOuter' is generic; move it to a type that is not")]
    [InlineData("abstract class Guards { HOOK internal [|abstract|] void A(ToolCallContext c); }", "it has no body; put [Hook] on the methods that override it, because they do not inherit it")]
    [InlineData("interface IGuards { HOOK void [|A|](ToolCallContext c); }", "it has no body; put [Hook] on the methods that implement it")]
    [InlineData("interface IGuards { HOOK static [|abstract|] void A(ToolCallContext c); }", "it has no body; put [Hook] on the methods that implement it")]
    [InlineData("interface IGuards { HOOK static [|virtual|] void A(ToolCallContext c) { } }", "it is static and virtual; make it static only")]
    [InlineData("interface IGuards { HOOK void [|A|](ToolCallContext c) { } }", "it is an instance method of the interface 'IGuards'; make it static, or put [Hook] on the methods that implement it")]
    [InlineData("abstract class Guards { HOOK internal void [|A|](ToolCallContext c) { } }", "the class 'Guards' is abstract, so that it has no objects; make it static, or hook a class that derives from it")]
    [InlineData("struct Guards { HOOK internal void [|A|](ToolCallContext c) { } }", "it is an instance method of the struct 'Guards'; make it static, or the struct a class")]
    [InlineData("readonly record struct Guards(int X) { HOOK internal void [|A|](ToolCallContext c) { } }", "it is an instance method of the struct 'Guards'; make it static, or the struct a class")]
    [InlineData("interface IA { void A(ToolCallContext c); } class Guards : IA { HOOK void IA.[|A|](ToolCallContext c) { } }", "it implements an interface explicitly; make it a public method, which implements the interface too")]
    [InlineData("static class Guards { [System.Runtime.InteropServices.DllImport(\"x\")] HOOK internal static [|extern|] void A(ToolCallContext c); }", "it is extern; call it from a hook with a body")]
    [InlineData("static partial class Guards { HOOK static partial void [|A|](ToolCallContext c); }", "it is partial and nothing implements it; write the part with the body")]
    [InlineData("static class Guards { [[|System.Diagnostics.Conditional(\"X\")|]] HOOK internal static void A(ToolCallContext c) { } }", "[Conditional] lets calls of it vanish; test the condition within it")]
    [InlineData("static class Guards { [[|Obsolete(\"no\", true)|]] HOOK internal static void A(ToolCallContext c) { } }", "[Obsolete] makes calls of it errors; remove [Hook], or make it a warning")]
    [InlineData("[Obsolete(\"no\", error: true)] static class Guards { HOOK internal static void [|A|](ToolCallContext c) { } }", "[Obsolete] makes every use of the class 'Guards' an error; move it, or make that a warning")]
    [InlineData("class Guards { void M() { HOOK static void [|A|](ToolCallContext c) { } A(null!); } }", "it is a local function; make it an internal method of the class")]
    [InlineData("class Guards { object M() => [[|Hook(HookPoint.BeforeToolCall)|]] (ToolCallContext c) => { }; }", "it is a lambda; make it a method of a class", "lambda expression")]
    [InlineData("class Guards { public int P { [[|Hook(HookPoint.BeforeToolCall)|]] get => 1; } }", "it is an accessor; make it a method", "P.get")]
    [InlineData("class Guards { public event Action E { [[|Hook(HookPoint.BeforeToolCall)|]] add { } remove { } } }", "it is an accessor; make it a method", "E.add")]
    [InlineData("class Guards { [method: [|Hook(HookPoint.BeforeToolCall)|]] public event Action? E; void M() => E?.Invoke(); }", "it is an accessor; make it a method", "E.add")]
    [InlineData("class Guards { [[|Hook(HookPoint.BeforeToolCall)|]] public static Guards operator +(Guards a, Guards b) => a; }", "it is an operator; make it a method with a name", "operator +")]
    [InlineData("class Guards { [[|Hook(HookPoint.BeforeToolCall)|]] ~Guards() { } }", "it is a finalizer; make it a method", "~Guards")]
    public Task EachReasonIsNamed(string source, string message, string name = "A") =>
        Expect.FindAsync(Id, source.Replace("HOOK", Hook), $"The table cannot call the hook '{name}' because {message}");

    [Fact]
    public Task AParameterThatIsGone() => Expect.FindAsync(
        Id,
        """
        [Obsolete("gone", true)] public abstract class GoneBase : CustomHookContext;
        [HookPoint("a"), Obsolete("soon")] public sealed class Context : GoneBase;
        static class Guards { [Obsolete("soon"), Hook<Context>] internal static void [|A|](GoneBase context) { } }
        """,
        "The table cannot call the hook 'A' because it takes the class 'GoneBase', and [Obsolete] makes every use of that an error; take another class, or make that a warning");

    [Fact]
    public Task FunctionsBesideTopLevelStatements() => Expect.FindAsync(
        Id,
        sources => HookCompilation.Program(sources),
        """
        Console.WriteLine("agent");

        [Hook(HookPoint.BeforeToolCall)]
        static HookResult [|Check|](ToolCallContext call) => HookResult.Continue;

        Check(null!);
        """,
        "The table cannot call the hook 'Check' because it is a local function, as functions beside top-level statements are; make it an internal static method of a class");

    [Fact]
    public async Task ExtensionBlock()
    {
        var found = await Expect.OfAsync(Id, HookCompilation.Library("""
            public static class Guards
            {
                extension(ToolCallContext call) { [Hook(HookPoint.BeforeToolCall)] public HookResult Check() => HookResult.Continue; }
            }
            """) with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview });

        // The preview compiler shows such members to analyzers several times.
        Assert.Equal(
            "HOOK004 at 'Check': The table cannot call the hook 'Check' because it is in an extension block; move it out of the block",
            Assert.Single(found.Select(Analysis.Describe).Distinct()));
    }

    [Fact]
    public Task OneMethodIsFoundOnceForAllItsPoints() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.SessionEnd)]
            [Hook(HookPoint.BeforeTurn)]
            [|private|] static void Count(HookContext context) { }
        }
        """);

    [Fact]
    public Task WhatIsHarderToMendComesFirst() => Expect.FindAsync(
        Id,
        """
        class Outer<T>
        {
            private struct Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                private void [|Check|](ToolCallContext call) { }
            }
        }
        """,
        "The table cannot call the hook 'Check' because the class 'Outer' is generic; move it to a type that is not");

    [Theory]
    [InlineData("public static class Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("public class Guards { HOOK protected internal void A(ToolCallContext c) { } }")]
    [InlineData("class Guards { HOOK public virtual void A(ToolCallContext c) { } }")]
    [InlineData("sealed record Guards(int X) { HOOK public void A(ToolCallContext c) { } }")]
    [InlineData("abstract class Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("readonly ref struct Guards { HOOK public static void A(ToolCallContext c) { } }")]
    [InlineData("interface IGuards { HOOK static void A(ToolCallContext c) { } }")]
    [InlineData("class Base { public virtual void A(ToolCallContext c) { } } class Guards : Base { HOOK public override void A(ToolCallContext c) { } }")]
    [InlineData("interface IA { void A(ToolCallContext c); } class Guards : IA { HOOK public void A(ToolCallContext c) { } }")]
    [InlineData("class Guards(string name) { HOOK internal void A(ToolCallContext c) => c.AddContext(name); private void B() { } }")]
    [InlineData("class Outer { internal static class Guards { HOOK internal static void A(ToolCallContext c) { } private static class Inner<T>; } }")]
    [InlineData("static partial class Guards { HOOK internal static partial void A(ToolCallContext c); } partial class Guards { internal static partial void A(ToolCallContext c) { } }")]
    [InlineData("static class Guards { [Obsolete(\"soon\")] HOOK internal static void A(ToolCallContext c) { } }")]
    [InlineData("[Obsolete] static class Guards { HOOK internal static void A(ToolCallContext c) { } }")]
    public Task WhatCanBeCalledIsFine(string source) => Expect.NothingAsync(Id, source.Replace("HOOK", Hook));
}
