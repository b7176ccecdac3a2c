namespace Hooks.Runtime.Tests.Tables;

/// <summary>A table that only describes its hooks; nobody fires it.</summary>
internal sealed class DescribedTable(IReadOnlyList<string> assemblies, params HookDescriptor[] hooks) : HookTable(hooks, assemblies)
{
    public static HookDescriptor Hook(string name, HookPoint point = HookPoint.BeforeToolCall, bool givesVerdict = true) => new()
    {
        Point = HookPoints.Get(point),
        Name = name,
        DeclaringType = "Acme.Guards",
        Method = "Check",
        Assembly = "Acme",
        GivesVerdict = givesVerdict,
    };

    public static DescribedTable Of(params HookDescriptor[] hooks) => new(["Acme"], hooks);

    protected internal override IReadOnlyList<HookChain> CreateChains() => [];

    protected internal override ValueTask<HookResult> InvokeAsync(int hook, HookContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
