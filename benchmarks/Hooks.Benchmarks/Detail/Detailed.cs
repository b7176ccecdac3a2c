using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Hooks.Benchmarks.Detail;

namespace Hooks.Benchmarks;

/// <content>Runs BenchmarkDotNet in this process, so that it builds nothing beside the project.</content>
internal static partial class Detailed
{
    static partial void RunBenchmarks(string[] filters, ref int exitCode)
    {
        var config = DefaultConfig.Instance
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumn(StatisticColumn.Median)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        string[] arguments = filters.Length > 0 ? ["--filter", .. filters] : ["--filter", "*"];
        exitCode = BenchmarkSwitcher.FromTypes([typeof(FiringBenchmarks)]).Run(arguments, config).Any() ? 0 : 1;
    }
}
