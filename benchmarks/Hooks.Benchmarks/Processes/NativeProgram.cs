using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Hooks.Benchmarks.Processes;

/// <summary>This project as a native binary.</summary>
internal static class NativeProgram
{
    /// <summary>Publishes it, below the running program's own output; null, with a line that says why, if that cannot be done here.</summary>
    public static ProgramToStart? Publish()
    {
        var project = typeof(NativeProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "BenchmarkProject").Value!;
        if (!File.Exists(project))
            return No("the project is not where it was built");
        if (!OperatingSystem.IsWindows() && !IsOnPath("clang") && !IsOnPath("gcc"))
            return No("neither clang nor gcc is installed, and one is needed to link");

        var output = Path.Combine(AppContext.BaseDirectory, "native");
        var published = Path.Combine(output, "published");
        var command = new ProcessStartInfo("dotnet",
        [
            "publish", project, "-c", "Release", "-f", "net9.0", "-r", RuntimeInformation.RuntimeIdentifier,
            "--artifacts-path", output, "-o", published, "-v", "q", "-nologo", "-clp:NoSummary",
            .. !OperatingSystem.IsWindows() && !IsOnPath("clang") ? ["-p:CppCompilerAndLinker=gcc"] : Array.Empty<string>(),
        ])
        {
            RedirectStandardOutput = true,
        };
        Console.Error.WriteLine("publishing the native binary ...");
        using var process = Process.Start(command)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            return No("dotnet publish failed:" + Environment.NewLine + said);
        return new(Path.Combine(published, "Hooks.Benchmarks" + (OperatingSystem.IsWindows() ? ".exe" : string.Empty)));
    }

    private static ProgramToStart? No(string reason)
    {
        Console.WriteLine();
        Console.WriteLine($"No native part: {reason}.");
        return null;
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
