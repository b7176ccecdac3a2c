using System.Globalization;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook118HookInNoTableTests
{
    private const string Id = "HOOK118";
    private const string Context = "[HookPoint(\"deploy\")] internal sealed class DeployContext : CustomHookContext;";
    private const string Guards = "static class Guards { [Hook<[|DeployContext|]>(Priority = 1)] internal static void Check(DeployContext deploy) { } }";
    private const string Message = "The hook 'Check' never runs: 'DeployContext' is not public, so that no table of another assembly has the hook, and this library has no table; make 'DeployContext' public, or add a [HookTable] class";

    [Fact]
    public Task AContextThatIsNotPublic() => Expect.FindAsync(Id, Context + Guards, Message);

    [Fact]
    public Task AFriendCannotNameItEither() => Expect.FindAsync(
        Id,
        $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Acme.Host\")] {Context} {Guards}",
        Message);

    [Fact]
    public void AFriendHasItInNoTable()
    {
        var library = (HookCompilation.Library(
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Acme.Agent\")]" + Context + Markup.Parse(Guards).Text) with { AssemblyName = "Lib" }).Compile();

        var host = HookCompilation.Library("[HookTable] internal sealed partial class AgentHooks;").WithLibraries(library).Generate().AssertClean();

        Assert.DoesNotContain("DeployContext", string.Concat(host.Output.SyntaxTrees.Select(tree => tree.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public Task WithinATypeThatIsNotPublic() => Expect.FindAsync(
        Id,
        """
        static class Points { public static class Deploying { [HookPoint("deploy")] public sealed class DeployContext : CustomHookContext; } }
        static class Guards { [Hook<[|Points.Deploying.DeployContext|]>] internal static void Check(CustomHookContext deploy) { } }
        """,
        "The hook 'Check' never runs: 'Points', which contains 'DeployContext', is not public, so that no table of another assembly has the hook, and this library has no table; make 'Points' public, or add a [HookTable] class");

    [Fact]
    public Task BehindAnAliasOfTheAttributeItsNameIsThePlace() => Expect.FindAsync(
        Id,
        $"using OnDeploy = Hooks.HookAttribute<DeployContext>; {Context} static class Guards {{ [[|OnDeploy|]] internal static void Check(DeployContext deploy) {{ }} }}");

    [Fact]
    public async Task AContextOfAFriend()
    {
        var points = (HookCompilation.Library("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Acme.Agent\")]" + Context) with { AssemblyName = "Points" }).Compile();

        var found = Assert.Single(await Expect.OfAsync(Id, HookCompilation.Library(Markup.Parse(Guards).Text).WithLibraries(points)));

        Assert.Equal(Message, found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("[HookTable] internal sealed partial class OwnHooks;")]
    [InlineData("namespace Acme { [HookTable] public sealed partial class OwnHooks; }")]
    public Task ALibraryWithATableIsFine(string table) => Expect.NothingAsync(Id, Context + Markup.Parse(Guards).Text + table);

    [Fact]
    public Task AProgramIsFine() => Expect.NothingAsync(Id, HookCompilation.Program(Context + Markup.Parse(Guards).Text, "return;"));

    [Fact]
    public Task ATestProjectIsFine() => Expect.NothingAsync(Id, HookCompilation.Library(Context + Markup.Parse(Guards).Text) with { IsTestProject = true });

    [Theory]
    [InlineData("static class Guards { [Hook<DeployContext>] internal static void Check(DeployContext deploy) { } }")]
    [InlineData("internal sealed class Guards { [Hook<DeployContext>] internal void Check(CustomHookContext deploy) { } }")]
    [InlineData("static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static void Check(ToolCallContext call) { } }")]
    public Task PublicContextsAreFine(string guards) => Expect.NothingAsync(Id, Context.Replace("internal", "public", StringComparison.Ordinal) + guards);

    [Fact]
    public Task WhatIsInvalidAnywayHasErrorsOfItsOwn() =>
        Expect.NothingAsync(Id, Context + "static class Guards { [Hook<DeployContext>] internal static int Check(DeployContext deploy) => 1; }");
}
