namespace Hooks.Analyzers.Tests.Rules;

public class Hook109NoUsableConstructorTests
{
    private const string Id = "HOOK109";

    private const string Hook = "[Hook(HookPoint.AfterToolCall)] public void Log(ToolCallContext call) { }";

    private static readonly ProjectOf[] Kinds = [HookCompilation.Library, sources => HookCompilation.Program([.. sources, "return;"])];

    [Fact]
    public Task AClassThatNothingCanMake() => Expect.FindAsync(
        Id,
        """
        public class [|Guards|]
        {
            private Guards() { }

            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.AfterToolCall)]
            public void Log(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall)]
            public HookResult Check(ToolCallContext call) => HookResult.Cancel("no");
        }
        """,
        "The class 'Guards' has hooks, but nothing can make an object of it; make a constructor internal or public, or the hooks static");

    [Theory]
    [InlineData("class [|Guards|] { private Guards(int limit) { } HOOK }")]
    [InlineData("sealed class [|Guards|] { Guards() { } public static Guards? One { get; set; } HOOK }")]
    [InlineData("sealed record [|Guards|] { private Guards() { } HOOK }")]
    [InlineData("class [|Guards|] { protected Guards() { } HOOK }")]
    [InlineData("public sealed class [|Guards|] { private Guards() { } public static string Name => nameof(Guards); HOOK }")]
    [InlineData("public partial class Guards { private Guards() { } } public partial class [|Guards|] { HOOK }")]
    public async Task InProgramsAndLibraries(string source)
    {
        foreach (var kind in Kinds)
            await Expect.FindAsync(Id, kind, source.Replace("HOOK", Hook, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public class Guards { HOOK }")]
    [InlineData("public class Guards { internal Guards() { } HOOK }")]
    [InlineData("public class Guards(int limit) { public int Limit => limit; HOOK }")]
    [InlineData("public record Guards(int Limit) { HOOK }")]
    [InlineData("public class Guards { public required int Limit { get; init; } HOOK }")]
    [InlineData("public class Guards { private Guards() { } public static Guards One { get; } = new(); HOOK }")]
    [InlineData("public class Guards { private Guards() { } public static readonly Guards One = new Guards(); HOOK }")]
    [InlineData("public class Guards { private Guards(int limit) { } public static Guards From(string text) { var made = new global::Guards(int.Parse(text)); return made; } HOOK }")]
    [InlineData("public class Guards { private Guards() { } private static readonly Lazy<Guards> Known = new(() => new()); public static Guards One => Known.Value; HOOK }")]
    [InlineData("public class Guards { private Guards() { } public static Guards One => Inner.Make(); HOOK private sealed class Inner : Guards { public static Guards Make() => new Inner(); } }")]
    [InlineData("public class Guards { private Guards() { } public sealed class Builder { public Guards Build() => new(); } HOOK }")]
    [InlineData("public class Guards { protected Guards() { } HOOK }")]
    [InlineData("class Guards { protected Guards() { } HOOK } class Stricter : Guards;")]
    [InlineData("class Guards { private Guards() { } HOOK } static class Factory { public static object? Make() => Activator.CreateInstance(typeof(Guards), nonPublic: true); }")]
    [InlineData("public class Guards { [Obsolete(\"for the serialiser\")] private Guards() { } HOOK }")]
    [InlineData("public static class Guards { [Hook(HookPoint.AfterToolCall)] public static void Log(ToolCallContext call) { } }")]
    [InlineData("public class Guards { private Guards() { } [Hook(HookPoint.AfterToolCall)] public static void Log(ToolCallContext call) { } }")]
    [InlineData("[HookTable] public sealed partial class Guards { HOOK }")]
    public async Task WhatCanBeMadeOrHandedIn(string source)
    {
        foreach (var kind in Kinds)
            await Expect.NothingAsync(Id, kind(source.Replace("HOOK", Hook, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("class [|Guards|](int limit) { public int Limit => limit; HOOK }")]
    [InlineData("class [|Guards|] { public Guards(int limit = 3) => Limit = limit; public int Limit { get; } HOOK }")]
    [InlineData("public static class Outer { internal sealed class [|Guards|](int limit) { public int Limit => limit; HOOK } }")]
    public Task AHiddenClassOfALibraryThatNobodyProvides(string source) => Expect.FindAsync(
        Id,
        source.Replace("HOOK", Hook, StringComparison.Ordinal),
        "The class 'Guards' has hooks, but assemblies that merge them cannot make an object of it, and nothing here gives one to a service provider; make the class public, or give it a constructor without parameters");

    [Theory]
    [InlineData("class Guards { HOOK }")]
    [InlineData("class Guards { internal Guards() { } HOOK }")]
    [InlineData("class Guards(int limit) { public int Limit => limit; HOOK } [HookTable] partial class Table;")]
    [InlineData("class Guards(int limit) { public int Limit => limit; HOOK } public class Provider : IServiceProvider { public object? GetService(Type type) => type == typeof(Guards) ? new Guards(3) : null; }")]
    [InlineData("class Guards(int limit) { public int Limit => limit; HOOK } public static class Services { public static object Make() => new Guards(3); }")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Host\")] class Guards(int limit) { public int Limit => limit; HOOK }")]
    [InlineData("[Service] class Guards(int limit) { public int Limit => limit; HOOK } sealed class ServiceAttribute : Attribute;")]
    [InlineData("namespace Microsoft.Extensions.DependencyInjection { public interface IServiceCollection; } class Guards(int limit) { public int Limit => limit; HOOK }")]
    public Task AHiddenClassOfALibraryThatSomeoneMayProvide(string source) =>
        Expect.NothingAsync(Id, source.Replace("HOOK", Hook, StringComparison.Ordinal));

    [Fact]
    public Task AHiddenClassOfAProgramIsHandedIn() => Expect.NothingAsync(
        Id,
        HookCompilation.Program("return;", $$"""class Guards(int limit) { public int Limit => limit; {{Hook}} }"""));

    [Fact]
    public Task AClassWhoseHooksAreAllInvalid() => Expect.NothingAsync(
        Id,
        "class Guards { private Guards() { } [Hook((HookPoint)9999)] internal void Log(HookContext context) { } }");
}
