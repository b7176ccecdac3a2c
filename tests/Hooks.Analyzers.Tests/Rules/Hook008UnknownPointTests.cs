using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook008UnknownPointTests
{
    private const string Id = "HOOK008";

    [Theory]
    [InlineData("(HookPoint)9999", "9999")]
    [InlineData("(HookPoint)(-1)", "-1")]
    [InlineData("default", "0")]
    [InlineData("point: (HookPoint)9999", "9999")]
    public Task ANumberWithoutAMember(string point, string number) => Expect.FindAsync(
        Id,
        $"static class Guards {{ [Hook([|{point}|], Priority = 1)] internal static void Check(HookContext context) {{ }} }}",
        $"The hook 'Check' is at no point: HookPoint has no member with the number {number}; write a member by its name");

    [Theory]
    [InlineData("[|HookPoint.BeforeToolCall | HookPoint.AfterToolCall|]")]
    [InlineData("[|HookPoint.BeforeModelCall | HookPoint.BeforeToolCall|]")]
    [InlineData("([|HookPoint.BeforeToolCall | HookPoint.PermissionRequest|])")]
    [InlineData("point: [|HookPoint.BeforeToolCall + 1|]")]
    [InlineData("[|HookPoint.SessionStart | (HookPoint)1024|]")]
    public async Task JoinedPoints(string point)
    {
        var guards = $$"""static class Guards { [Hook({{point}}, Priority = 1)] internal static HookResult Check(HookContext context) => context.SessionId is null ? HookResult.Cancel("no") : HookResult.Continue; }""";
        await Expect.FindAsync(Id, guards, "The hook 'Check' is at no point: points cannot be joined or calculated; write one [Hook] for each point");
        await Expect.NothingAsync("HOOK003", guards.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HookPoint.SessionStart")]
    [InlineData("(HookPoint)1")]
    [InlineData("Start")]
    [InlineData("point: Guards.Start")]
    public Task ANumberWithAMember(string point) => Expect.NothingAsync(
        Id,
        $"static class Guards {{ private const HookPoint Start = HookPoint.SessionStart; [Hook({point})] internal static void Check(HookContext context) {{ }} }}");

    [Theory]
    [InlineData("public sealed class Context : CustomHookContext;", "'Context' has no [HookPoint]; put one with an event name on it, such as [HookPoint(\"deploy.before\")]")]
    [InlineData("[HookPoint(\"a\")] public class Base : CustomHookContext; public sealed class Context : Base;", "'Context' has no [HookPoint]; put one with an event name on it, such as [HookPoint(\"deploy.before\")]")]
    [InlineData("[HookPoint(\"a\")] public class Context : CustomHookContext;", "'Context' is not sealed; a class of contexts is one point, so seal it")]
    [InlineData("[HookPoint(\"a\")] public abstract class Context : CustomHookContext;", "'Context' is not sealed; a class of contexts is one point, so seal it")]
    [InlineData("[HookPoint(\" \")] public sealed class Context : CustomHookContext;", "[HookPoint] of 'Context' has an empty event name; give it one, such as \"deploy.before\"")]
    [InlineData("[HookPoint(null!)] public sealed class Context : CustomHookContext;", "[HookPoint] of 'Context' has an empty event name; give it one, such as \"deploy.before\"")]
    [InlineData("[HookPoint(\"a\")] file sealed class Context : CustomHookContext;", "'Context' is local to its file, where the table cannot name it; remove the file modifier")]
    public Task AClassThatIsNoCustomPoint(string context, string reason) => Expect.FindAsync(
        Id,
        $"{context} static class Guards {{ [Hook<[|Context|]>(Priority = 1)] internal static void Check(HookContext context) {{ }} }}",
        $"The hook 'Check' is at no point: {reason}");

    [Fact]
    public Task AClassWhoseUseIsAnError() => Expect.FindAsync(
        Id,
        """
        [HookPoint("a"), Obsolete("gone", true)] public sealed class Context : CustomHookContext;
        [Obsolete("soon")] static class Guards { [Hook<[|Context|]>] internal static void Check(HookContext context) { } }
        """,
        "The hook 'Check' is at no point: 'Context' is obsolete, and every use of it an error; name another class, or make that a warning");

    [Fact]
    public Task TheBaseOfCustomPoints() => Expect.FindAsync(
        Id,
        "static class Guards { [Hook<[|CustomHookContext|]>] internal static void Check(HookContext context) { } }",
        "The hook 'Check' is at no point: CustomHookContext is the base of custom points; name a sealed class that derives from it");

    [Theory]
    [InlineData("[HookPoint(\"a\")] public sealed class Context<T> : CustomHookContext;", "Context<int>", "'Context' is generic, so that the table cannot name it; a class of contexts is one point, so make it not generic")]
    [InlineData("public class Outer<T> { [HookPoint(\"a\")] public sealed class Context : CustomHookContext; }", "Outer<int>.Context", "'Outer', which contains 'Context', is generic, so that the table cannot name it; a class of contexts is one point, so make it not generic")]
    public Task AGenericClass(string context, string name, string reason) => Expect.FindAsync(
        Id,
        $"{context} static class Guards {{ [Hook<[|{name}|]>] internal static void Check(HookContext context) {{ }} }}",
        $"The hook 'Check' is at no point: {reason}");

    [Theory]
    [InlineData("private", "private")]
    [InlineData("protected", "protected")]
    [InlineData("private protected", "private protected")]
    public Task AClassThatOnlyItsOwnTypeSees(string modifier, string described) => Expect.FindAsync(
        Id,
        $$"""
        class Guards
        {
            [HookPoint("a")] {{modifier}} sealed class Context : CustomHookContext;
            [Hook<[|Context|]>] internal static void Check(HookContext context) { }
        }
        """,
        $"The hook 'Check' is at no point: 'Context' is {described}, so that the table cannot name it; make it internal or public");

    [Fact]
    public Task AClassWithinAPrivateOne() => Expect.FindAsync(
        Id,
        """
        static class Guards
        {
            private static class Inner { [HookPoint("a")] internal sealed class Context : CustomHookContext; }
            [Hooks.Hook<[|Inner.Context|]>] internal static void Check(HookContext context) { }
        }
        """,
        "The hook 'Check' is at no point: 'Inner', which contains 'Context', is private, so that the table cannot name it; make it internal or public");

    [Theory]
    [InlineData("[HookPoint(\"a\"), Obsolete(\"gone\", true)] public sealed class Context : CustomHookContext;", "Context", "'Context'")]
    [InlineData("[Obsolete(\"gone\", true)] public static class Outer { [HookPoint(\"a\")] public sealed class Context : CustomHookContext; }", "Outer.Context", "'Outer', which contains 'Context',")]
    public Task AClassThatIsGone(string context, string name, string subject) => Expect.FindAsync(
        Id,
        $"{context} [Obsolete(\"soon\")] static class Guards {{ [Hook<[|{name}|]>] internal static void Check(CustomHookContext context) {{ }} }}",
        $"The hook 'Check' is at no point: {subject} is obsolete, and every use of it an error; name another class, or make that a warning");

    [Fact]
    public Task BehindAnAliasOfTheAttributeItsNameIsThePlace() => Expect.FindAsync(
        Id,
        """
        using DeployHook = Hooks.HookAttribute<Context>;
        public sealed class Context : CustomHookContext;
        static class Guards { [[|DeployHook|]] internal static void Check(HookContext context) { } }
        """);

    [Theory]
    [InlineData("lib", true)]
    [InlineData("global,lib", false)]
    public async Task AnAssemblyBehindAnExternAlias(string aliases, bool isFound)
    {
        var library = (HookCompilation.Library("namespace Lib; [HookPoint(\"a\")] public sealed class Context : CustomHookContext;") with { AssemblyName = "Lib" }).Compile();
        var project = HookCompilation.Library("extern alias lib; static class Guards { [Hook<lib::Lib.Context>] internal static void Check(HookContext context) { } }") with
        {
            References = [library.Reference.WithAliases([.. aliases.Split(',')])],
        };

        var found = await Expect.OfAsync(Id, project);

        Assert.Equal(isFound ? 1 : 0, found.Length);
        if (isFound)
            Assert.Equal("The hook 'Check' is at no point: 'Context' is in an assembly that is referenced only under an extern alias, where the table cannot name it; add global to the aliases of the reference", found[0].GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task CustomPointsAreFine() => Expect.NothingAsync(
        Id,
        """
        public abstract class Base : CustomHookContext;
        [HookPoint("a")] public sealed class First : CustomHookContext;
        [HookPoint("b", Blocking = true)] internal sealed class Second : Base;
        static class Outer { [HookPoint("c")] internal sealed class Third : Base; }
        static class Guards
        {
            [Hook<First>] internal static void A(First context) { }
            [Hook<Second>] internal static HookResult B(Second context) => HookResult.Cancel("no");
            [Hook<Outer.Third>(Priority = 1)] internal static void C(HookContext context) { }
        }
        """);

    [Fact]
    public async Task ABuiltInContextIsNoCustomPoint()
    {
        var found = await WhileTypingAsync("[Hook<ToolCallContext>]");

        Assert.All(found, diagnostic => Assert.Equal(
            "The hook 'Check' is at no point: 'ToolCallContext' does not derive from CustomHookContext; built-in points are named as in [Hook(HookPoint.BeforeToolCall)]",
            diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("[Hook]")]
    [InlineData("[Hook(]")]
    [InlineData("[Hook(HookPoint.)]")]
    [InlineData("[Hook(HookPoint.Nope)]")]
    [InlineData("[Hook(1)]")]
    [InlineData("[Hook<>]")]
    [InlineData("[Hook<Nope>]")]
    [InlineData("[Hook(null)]")]
    public async Task WhatTheCompilerRefusesIsLeftToIt(string attribute) => Assert.Empty(await WhileTypingAsync(attribute));

    private static async Task<ImmutableArray<Diagnostic>> WhileTypingAsync(string attribute)
    {
        var project = HookCompilation.Library($"static class Guards {{ {attribute} internal static void Check(HookContext context) {{ }} }}");
        return [.. (await Analysis.RunAsync(project, allowErrors: true)).Where(diagnostic => diagnostic.Id == Id)];
    }
}
