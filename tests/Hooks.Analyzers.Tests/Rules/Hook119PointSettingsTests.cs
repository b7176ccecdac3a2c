using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Tests.Rules;

public class Hook119PointSettingsTests
{
    private const string Id = "HOOK119";

    [Theory]
    [InlineData("[|Allowed = HookResultKinds.Flow|]", "Allowed of the point 'DeployContext' is ignored, because the point is not blocking; set Blocking = true, or remove it")]
    [InlineData("Blocking = false, [|Allowed = HookResultKinds.Flow|]", "Allowed of the point 'DeployContext' is ignored, because the point is not blocking; set Blocking = true, or remove it")]
    [InlineData("[|OnFailure = HookFailurePolicy.Block|]", "OnFailure of the point 'DeployContext' is ignored, because the point is not blocking; set Blocking = true, or remove it")]
    [InlineData("[|OnFailure = HookFailurePolicy.Throw|]", "OnFailure of the point 'DeployContext' is ignored, because the point is not blocking; set Blocking = true, or remove it")]
    [InlineData("[|OnFailure = (HookFailurePolicy)9|]", "OnFailure of the point 'DeployContext' is ignored, because the point is not blocking; set Blocking = true, or remove it")]
    [InlineData("Blocking = true, [|OnFailure = HookFailurePolicy.Throw|]", "OnFailure of the point 'DeployContext' is Throw, which is read as Block, because only single hooks can throw; write Block or Continue")]
    [InlineData("[|OnFailure = (HookFailurePolicy)9|], Blocking = true", "OnFailure of the point 'DeployContext' is 9, which is no member of HookFailurePolicy and is read as Block; write Block or Continue")]
    [InlineData("Blocking = true, [|Allowed = HookResultKinds.None|]", "Allowed of the point 'DeployContext' is None, which is read as Approval at a blocking point; name what hooks may answer, or remove Blocking if they only observe")]
    [InlineData("Blocking = true, [|Context = typeof(ToolCallContext)|]", "Context of the point 'DeployContext' is ignored, because the class itself is the context; remove it")]
    [InlineData("[|Allowed = HookResultKinds.Flow|], [|OnFailure = HookFailurePolicy.Block|], [|Context = typeof(DeployContext)|]", null)]
    public Task EachSetting(string settings, string? message) => Expect.FindAsync(Id, Point($"HookPoint(\"deploy\", {settings})"), message);

    [Theory]
    [InlineData("[[|HookPoint|](\"deploy\")] public class DeployContext : CustomHookContext;", "The class of the point 'DeployContext' is not sealed, so that no [Hook<DeployContext>] finds it; seal it, for one class is one point")]
    [InlineData("[[|HookPoint|](\"deploy\")] public abstract class DeployContext : CustomHookContext;", "The class of the point 'DeployContext' is not sealed, so that no [Hook<DeployContext>] finds it; seal it, for one class is one point")]
    [InlineData("[[|HookPoint|](\"deploy\")] public sealed class DeployContext;", "The class of the point 'DeployContext' does not derive from CustomHookContext, so that nothing fires or hooks it; derive it, or remove [HookPoint]")]
    [InlineData("[HookPoint([|\" \"|])] public sealed class DeployContext : CustomHookContext;", "The event name of the point 'DeployContext' is blank, so that no hook finds it; give it one, such as \"deploy.before\"")]
    [InlineData("[HookPoint([|null!|], Blocking = true)] public sealed class DeployContext : CustomHookContext;", "The event name of the point 'DeployContext' is blank, so that no hook finds it; give it one, such as \"deploy.before\"")]
    [InlineData("[HookPoint([|eventName: \"\"|])] public sealed class DeployContext : CustomHookContext;", null)]
    public Task NoPointAtAll(string source, string? message) => Expect.FindAsync(Id, source, message);

    [Fact]
    public Task AClassWithABaseOfItsOwnIsFine() => Expect.NothingAsync(
        Id,
        "public abstract class Base : CustomHookContext; [HookPoint(\"deploy\")] public sealed class DeployContext : Base;");

    [Theory]
    [InlineData("Hooks.HookPointAttribute(\"deploy\", [|Context = typeof(ToolCallContext)|])")]
    [InlineData("global::Hooks.HookPoint(\"deploy\", [|Context = typeof(ToolCallContext)|])")]
    [InlineData("type: HookPoint(\"deploy\", [|Context = typeof(ToolCallContext)|])")]
    [InlineData("System.Serializable, HookPoint(eventName: \"deploy\", [|Context = typeof(ToolCallContext)|])")]
    public Task OtherSpellings(string attribute) => Expect.FindAsync(Id, Point(attribute));

    [Fact]
    public Task BehindAnAlias() => Expect.FindAsync(Id, "using Point = Hooks.HookPointAttribute;\n" + Point("Point(\"deploy\", [|Context = typeof(ToolCallContext)|])"));

    [Fact]
    public Task OnANestedClassAndAPartOfOne() => Expect.FindAsync(
        Id,
        """
        static class Points { [HookPoint("a", [|Allowed = HookResultKinds.Flow|])] internal sealed class Context : CustomHookContext; }
        [HookPoint("b", [|Allowed = HookResultKinds.Flow|])] public sealed partial class Context : CustomHookContext;
        public partial class Context;
        """);

    [Theory]
    [InlineData("HookPoint(\"deploy\")")]
    [InlineData("HookPoint(\"deploy\", Blocking = true)")]
    [InlineData("HookPoint(\"deploy\", Blocking = false, Allowed = HookResultKinds.None, OnFailure = HookFailurePolicy.Continue)")]
    [InlineData("HookPoint(\"deploy\", OnFailure = HookFailurePolicy.Default, Context = null)")]
    [InlineData("HookPoint(\"deploy\", Blocking = true, Allowed = HookResultKinds.Flow, OnFailure = HookFailurePolicy.Block)")]
    [InlineData("HookPoint(\"deploy\", Allowed = HookResultKinds.Replace | HookResultKinds.Ask, OnFailure = HookFailurePolicy.Continue, Blocking = true)")]
    [InlineData("HookPoint(\"deploy\", Blocking = 1 < 2, Allowed = HookResultKinds.Retry, OnFailure = default)")]
    public Task SettingsThatMeanWhatTheySay(string attribute) => Expect.NothingAsync(Id, Point(attribute));

    [Fact]
    public Task AnAttributeOfSomebodyElse() => Expect.NothingAsync(
        Id,
        """
        namespace Acme;
        [AttributeUsage(AttributeTargets.Class)] public sealed class HookPointAttribute(string name) : Attribute { public string Name => name; public Type? Context { get; set; } }
        [HookPoint("x", Context = typeof(string))] public sealed class Own;
        """);

    [Theory]
    [InlineData("HookPoint(\"deploy\", Allowed = )")]
    [InlineData("HookPoint(\"deploy\", OnFailure = \"Block\")")]
    [InlineData("HookPoint(\"deploy\", Allowed = HookResultKinds.Nope)")]
    [InlineData("HookPoint(\"deploy\", Context = typeof(Nope))")]
    public async Task WhileTyping(string attribute) =>
        Assert.DoesNotContain(await Analysis.RunAsync(HookCompilation.Library(Point(attribute)), allowErrors: true), diagnostic => diagnostic.Id == Id && diagnostic.Severity == DiagnosticSeverity.Error);

    private static string Point(string attribute) => $"[{attribute}] public sealed class DeployContext : CustomHookContext;";
}
