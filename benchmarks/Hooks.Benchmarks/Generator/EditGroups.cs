using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;
using Hooks.Generators;
using Microsoft.CodeAnalysis;

namespace Hooks.Benchmarks.Generator;

/// <summary>What an edit in a file without hooks costs in a project of 1,000 files with 10,000 methods, beside other generators.</summary>
internal static class EditGroups
{
    public static IReadOnlyList<Group> List { get; } =
    [
        new EditGroup("generator-20", "Generator, 20 hooks: an edit in a file without any", 20, [Naive, Bare, Ours with { Baseline = Naive.Name, Budget = Budget.Times(0.03) }]) { IsJitOnly = true },
        new EditGroup("generator-1000", "Generator, 1,000 hooks: an edit in a file without any", 1000, [Bare, Naive, Ours with { Baseline = Bare.Name, Budget = Budget.Times(1.2) }]) { IsJitOnly = true },
    ];

    private static GeneratorToMeasure Ours => new("Hooks", () => new HooksGenerator().AsSourceGenerator());

    private static GeneratorToMeasure Naive => new("naive: CreateSyntaxProvider and the semantic model", () => new NaiveGenerator().AsSourceGenerator());

    private static GeneratorToMeasure Bare => new("bare: ForAttributeWithMetadataName, method names", () => new BareGenerator().AsSourceGenerator());
}

/// <summary>A generator, and what it is compared with.</summary>
internal sealed record GeneratorToMeasure(string Name, Func<ISourceGenerator> Make)
{
    public string? Baseline { get; init; }

    public Budget? Budget { get; init; }
}
