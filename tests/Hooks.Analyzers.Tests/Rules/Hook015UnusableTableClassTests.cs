namespace Hooks.Analyzers.Tests.Rules;

public class Hook015UnusableTableClassTests
{
    private const string Id = "HOOK015";

    [Theory]
    [InlineData("[HookTable] internal sealed class [|AgentHooks|];", "it is not partial; write 'partial class'")]
    [InlineData("[HookTable] internal sealed partial record [|AgentHooks|];", "it is a record; make it a class")]
    [InlineData("[HookTable] internal static partial class [|AgentHooks|];", "it is static; remove that")]
    [InlineData("[HookTable] internal abstract partial class [|AgentHooks|];", "it is abstract; remove that")]
    [InlineData("[HookTable] internal sealed partial class [|AgentHooks|]<T>;", "it is generic; remove its type parameters")]
    [InlineData("[HookTable] file sealed partial class [|AgentHooks|];", "other files cannot name it; make it internal")]
    [InlineData("partial class Outer { [HookTable] internal sealed partial class [|AgentHooks|]; }", "it stands within 'Outer'; move it out")]
    [InlineData("class Base; [HookTable] internal sealed partial class [|AgentHooks|] : Base;", "it derives from 'Base'; the table derives from HookTable, so remove the base class")]
    public Task AClassThatCannotBeCompletedIsNamedWithTheReason(string source, string reason) =>
        Expect.FindAsync(Id, source, $"The class 'AgentHooks' does not become the table, because {reason}");

    [Fact]
    public Task OfTwoTheSecondByNameIsReported() => Expect.FindAsync(
        Id,
        "[HookTable] internal sealed partial class [|Second|]; [HookTable] internal sealed partial class First;",
        "The class 'Second' does not become the table, because 'First' is; an assembly has one table, so remove [HookTable] from one of them");

    [Theory]
    [InlineData("[HookTable] internal sealed partial class AgentHooks;")]
    [InlineData("namespace Acme.Agents { [HookTable] public partial class AgentHooks { public int Count => Hooks.Count; } }")]
    [InlineData("[HookTable] internal sealed partial class AgentHooks : HookTable;")]
    [InlineData("[HookTable] internal sealed partial class AgentHooks; internal sealed partial class AgentHooks : IDisposable { public void Dispose() { } }")]
    public Task AClassThatCanIsFine(string source) => Expect.NothingAsync(Id, source);
}
