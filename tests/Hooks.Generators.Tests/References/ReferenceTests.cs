using Hooks.Generators.Model;
using Hooks.Generators.Tests.Parsing;
using Hooks.Shared;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Generators.Tests.References;

/// <summary>What is read of the manifests of references.</summary>
public class ReferenceTests
{
    private const string Main = "static class Program { static void Main() { } }";

    private static readonly CompiledAssembly Library = (HookCompilation.Library("""
        [assembly: ToolGroup("@deploy", "ship")]
        namespace Lib
        {
            public static class Guards
            {
                [Hook(HookPoint.BeforeToolCall, Priority = 7, Name = "n", Description = "d", Tools = "@deploy", After = "a", Before = "b", OnFailure = HookFailurePolicy.Block)]
                public static ValueTask<HookResult> Public(ToolCallContext c, CancellationToken ct) => default;
                [Hook(HookPoint.SessionStart)] internal static void Hidden(HookContext c) { }
            }

            public class Owner { [Hook(HookPoint.AfterTurn)] public void Observe(TurnContext c) { } }
            public class NeedyOwner(int x) { [Hook(HookPoint.MessageSent)] public void Observe(TurnContext c) => c.AddContext(x.ToString()); }
            internal class HiddenOwner { [Hook(HookPoint.MessageReceived)] public void Observe(TurnContext c) { } }
            [HookPoint("deploy", Blocking = true, OnFailure = HookFailurePolicy.Continue)] public sealed class DeployContext : CustomHookContext;
            public static class Deploy { [Hook<DeployContext>] public static HookResult Check(DeployContext c) => default; }
        }
        """) with { AssemblyName = "Lib" }).Compile();

    [Fact]
    public void HostWithoutHooksOfItsOwnGetsATable()
    {
        var model = Parsed.Table(HookCompilation.Program(Main).WithLibraries(Library));

        Assert.NotNull(model);
        Assert.Equal("GeneratedHooks", model.Table!.Name);
        Assert.Empty(model.Own);
        Assert.Equal("Lib", Assert.Single(model.References).Assembly);
        Assert.Equal("@deploy", Assert.Single(model.ToolGroups).Group);
    }

    [Fact]
    public void LibraryDoesNotRepeatWhatItReferences()
    {
        Assert.Null(Parsed.Table(HookCompilation.Library("").WithLibraries(Library)));

        var model = Parsed.Table(HookCompilation.Library("public static class G { [Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }").WithLibraries(Library));
        Assert.Null(model!.Table);
        Assert.Empty(model.References);
        Assert.Empty(model.ToolGroups);
    }

    [Fact]
    public void ManifestSaysWhatTheParserSaid()
    {
        var written = Hook("Lib.Guards", "Public");

        Assert.Equal((35, "BeforeToolCall", "tool.call.before", (int)HookResultKinds.Flow, 1), (written.Point.Number, written.Point.Name, written.Point.EventName, written.Point.Allowed, written.Point.OnFailure));
        Assert.Equal(("n", "d", 7, "@deploy", "a", "b", 1), (written.Name, written.Description, written.Priority, written.Tools, written.After, written.Before, written.OnFailure));
        Assert.Equal((HookReturn.ValueTaskOfResult, true, "Lib"), (written.Returns, written.TakesToken, written.Assembly));
        Assert.Equal(("global::Lib.Guards", "global::Hooks.ToolCallContext", "Hooks.ToolCallContext,System.Threading.CancellationToken"), (written.Type, written.ContextParameter, written.Parameters));
        Assert.Matches(@"^global::\S+\.Hook\d+$", written.Thunk);
        Assert.Null(written.Owner);
    }

    [Fact]
    public void HiddenHookComesWithItsThunk() => Assert.Matches(@"^global::\S+\.Hook\d+$", Hook("Lib.Guards", "Hidden").Thunk);

    [Fact]
    public void Owners()
    {
        Assert.Equal(("Lib.Owner", "global::Lib.Owner", true, 0, null), Shape(Hook("Lib.Owner", "Observe").Owner!));
        Assert.Equal(("Lib.NeedyOwner", "global::Lib.NeedyOwner", false, 0, null), Shape(Hook("Lib.NeedyOwner", "Observe").Owner!));

        var hidden = Hook("Lib.HiddenOwner", "Observe").Owner!;
        Assert.Equal(("Lib.HiddenOwner", "object", true), (hidden.Name, hidden.Reference, hidden.CanCreate));
        Assert.True(hidden.Key > 0);
        Assert.StartsWith("global::", hidden.Thunks);

        static (string Name, string Reference, bool CanCreate, int Key, string? Thunks) Shape(OwnerModel owner) =>
            (owner.Name, owner.Reference, owner.CanCreate, owner.Key, owner.Thunks);
    }

    [Fact]
    public void CustomPoint()
    {
        var point = Hook("Lib.Deploy", "Check").Point;

        Assert.True(point.IsCustom);
        Assert.Equal(("deploy", "global::Lib.DeployContext", (int)HookResultKinds.Approval, 2), (point.EventName, point.Context, point.Allowed, point.OnFailure));
    }

    [Theory]
    [InlineData("Lib")]
    [InlineData("LIB")]
    [InlineData(" lib ")]
    public void ExcludedReferenceIsLeftOutWithItsToolGroups(string name)
    {
        var model = Parsed.Table(HookCompilation.Program(Main, $"[assembly: ExcludeHooks(\"{name}\")] [HookTable] partial class Table;").WithLibraries(Library));

        Assert.Empty(model!.References);
        Assert.Empty(model.ToolGroups);
    }

    [Fact]
    public void ExcludingTheOnlyHooksLeavesNothing() =>
        Assert.Null(HookCompilation.Program(Main, "[assembly: ExcludeHooks(\"Lib\")]").WithLibraries(Library).Generate().Source);

    [Fact]
    public void ReferencesComeByName()
    {
        var first = (HookCompilation.Library("public static class G { [Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }") with { AssemblyName = "Alib" }).Compile();

        Assert.Equal(["Alib", "Lib"], Parsed.Table(HookCompilation.Program(Main).WithLibraries(Library, first))!.References.Select(manifest => manifest.Assembly));
    }

    [Fact]
    public void ReferenceBehindAnExternAliasCannotBeCalled() =>
        Assert.Null(Parsed.Table(HookCompilation.Program(Main) with { References = [Library.ReferenceAs("lib")] }));

    [Fact]
    public void ProjectReferenceIsReadLikeAFile()
    {
        var library = (HookCompilation.Library("public static class G { [Hook(HookPoint.SessionStart)] public static void A(HookContext c) { } }") with { AssemblyName = "Lib" }).Generate();

        var model = Parsed.Table(HookCompilation.Program(Main) with { References = [((CSharpCompilation)library.Output).ToMetadataReference()] });

        Assert.Equal("A", Assert.Single(Assert.Single(model!.References).Hooks).Method);
    }

    private static HookModel Hook(string type, string method) =>
        Parsed.Table(HookCompilation.Program(Main).WithLibraries(Library))!.References.Single().Hooks.Single(hook => hook.TypeName == type && hook.Method == method);
}
