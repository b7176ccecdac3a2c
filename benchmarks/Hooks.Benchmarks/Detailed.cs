namespace Hooks.Benchmarks;

/// <summary>The way to BenchmarkDotNet, which is in the JIT's program only.</summary>
internal static partial class Detailed
{
    public static int Run(string[] filters)
    {
        var exitCode = 2;
        RunBenchmarks(filters, ref exitCode);
        if (exitCode == 2)
            Console.Error.WriteLine("The native program has no BenchmarkDotNet in it.");
        return exitCode;
    }

    static partial void RunBenchmarks(string[] filters, ref int exitCode);
}
