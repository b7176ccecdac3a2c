using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Hooks.Analyzers;
using Hooks.Benchmarks.Measuring;
using Hooks.Generators;

namespace Hooks.Benchmarks.Analyzers;

/// <summary>The SDK's compiler on the sample project as files, started as a build without a compiler server starts it.</summary>
internal sealed partial class CompilerProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-benchmark").FullName;
    private readonly string _dotnet = Setting("DotNetHost");

    public CompilerProgram()
    {
        for (var file = 0; file < AnalyzedSource.Files; file++)
            File.WriteAllText(Path.Combine(_folder, AnalyzedSource.PathOf(file)), AnalyzedSource.Text(file));
        File.WriteAllText(Path.Combine(_folder, "Program.cs"), AnalyzedSource.Program);
    }

    /// <summary>Compiles once.</summary>
    /// <param name="withOurs">Whether our analyzers run.</param>
    /// <param name="withSdk">Whether the analyzers that every project has run too.</param>
    public CompilerReport Compile(bool withOurs, bool withSdk)
    {
        var arguments = Path.Combine(_folder, "arguments.rsp");
        File.WriteAllLines(arguments, Arguments(withOurs, withSdk));
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(_dotnet, ["exec", Setting("Compiler"), "/noconfig", "@" + arguments]) { RedirectStandardOutput = true, WorkingDirectory = _folder })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        if (process.ExitCode != 0 || said.Contains("warning CS8", StringComparison.Ordinal) || said.Contains("warning AD", StringComparison.Ordinal))
            throw new WrongCountException(said[..Math.Min(said.Length, 2000)]);
        var times = Line().Matches(said)
            .GroupBy(match => match.Groups["name"].Value)
            .ToDictionary(group => group.Key, group => double.Parse(group.First().Groups["seconds"].Value, CultureInfo.InvariantCulture) * 1e9);
        return new(elapsed, times);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Arguments(bool withOurs, bool withSdk)
    {
        // One thing after another: what runs beside something else has no share of the elapsed time.
        yield return "/target:exe /optimize+ /nullable:enable /langversion:12 /nostdlib+ /parallel- /reportanalyzer /nowarn:CS1701,CS1702,CS0612,CS0618 /out:Sample.exe";
        foreach (var reference in AnalyzedProject.References)
            yield return $"/reference:\"{reference}\"";
        yield return $"/analyzer:\"{typeof(HooksGenerator).Assembly.Location}\"";
        if (withOurs)
            yield return $"/analyzer:\"{typeof(HookBodyAnalyzer).Assembly.Location}\"";
        if (withSdk)
        {
            var folder = Setting("SdkAnalyzers");
            yield return $"/analyzer:\"{Path.Combine(folder, "Microsoft.CodeAnalysis.NetAnalyzers.dll")}\"";
            yield return $"/analyzer:\"{Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll")}\"";
            yield return $"/analyzerconfig:\"{Path.Combine(folder, "build", "config", "analysislevel_10_default.globalconfig")}\"";
        }

        yield return "*.cs";
    }

    private static string Setting(string key) =>
        typeof(CompilerProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == key).Value!;

    // "   0.123   45      Some.Analyzer (ID1, ID2)"; below a thousandth of a second: "<0.001".
    [GeneratedRegex(@"^\s*<?(?<seconds>\d+\.\d+)\s+<?\d+\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}

/// <summary>What a compile took, and what the compiler says of each analyzer and assembly of analyzers; in nanoseconds.</summary>
internal sealed record CompilerReport(double Elapsed, IReadOnlyDictionary<string, double> Analyzers);
