using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Groups;

/// <summary>A group whose rows fire in a loop.</summary>
internal sealed class FiringGroup(string name, string title, Func<IReadOnlyList<Variant>> makeVariants) : Group(name, title)
{
    public override IReadOnlyList<RowFacts> Rows =>
        [.. makeVariants().Select(variant => new RowFacts(variant.Name, variant.Baseline, variant.Budget, variant.AllocatesNothing, variant.IsJitOnly))];

    public override IReadOnlyList<Row> Run(Pace pace) => Harness.Run(makeVariants(), pace);
}
