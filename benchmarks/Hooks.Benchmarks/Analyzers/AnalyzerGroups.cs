using Hooks.Benchmarks.Groups;

namespace Hooks.Benchmarks.Analyzers;

/// <summary>What the analyzers cost in a build and in an editor.</summary>
internal static class AnalyzerGroups
{
    public static IReadOnlyList<Group> List { get; } =
    [
        new CompileGroup { IsJitOnly = true },
        new CompilerGroup("analyzers-csc", "Analyzers, the same project: csc with ours alone", withSdk: false) { IsJitOnly = true, IsSlow = true },
        new CompilerGroup("analyzers-sdk", "Analyzers, the same project: csc with ours and the SDK's", withSdk: true) { IsJitOnly = true, IsSlow = true },
        new KeystrokeGroup { IsJitOnly = true },
    ];
}
