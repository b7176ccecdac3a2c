using System.Diagnostics;
using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Processes;

/// <summary>
/// Measures a group in a process of its own: what a JIT makes of a method depends on everything that the process ran
/// before, so one that has run other groups would not be the same.
/// </summary>
internal static class ChildProcess
{
    /// <summary>This program, however it was started.</summary>
    public static ProgramToStart Self { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? new(Environment.ProcessPath!, Environment.GetCommandLineArgs()[0])
            : new(Environment.ProcessPath!);

    /// <summary>What the child does.</summary>
    public static int Measure(Group group, Pace pace)
    {
        try
        {
            foreach (var row in group.Run(pace))
                Console.WriteLine(row.ToLine());
            return 0;
        }
        catch (WrongCountException error)
        {
            Console.Error.WriteLine($"{group.Name}: {error.Message}");
            return 1;
        }
    }

    /// <summary>Starts a child and reads its rows; null if it failed.</summary>
    public static IReadOnlyList<Row>? Start(ProgramToStart program, Group group, bool isQuick, bool isNative)
    {
        string[] options = ["--child", group.Name, .. isQuick ? ["--quick"] : Array.Empty<string>()];
        using var process = Process.Start(new ProcessStartInfo(program.File, [.. program.Arguments, .. options]) { RedirectStandardOutput = true })!;
        var rows = new List<Row>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Row.Parse(line) is { } row)
                rows.Add(row);
        }

        process.WaitForExit();
        return process.ExitCode == 0 && rows.Count == group.RowsOn(isNative).Count ? rows : null;
    }
}
