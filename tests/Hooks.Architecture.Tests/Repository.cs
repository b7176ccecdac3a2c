using System.Reflection;

namespace Hooks.Architecture.Tests;

/// <summary>The files of the repository, without what builds leave behind.</summary>
internal static class Repository
{
    // In a working tree beside another one, .git is a file.
    private static readonly string[] NotOurs =
        [".git", ".vs", ".idea", "bin", "obj", "artifacts", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>The paths of all files, relative to the root and with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(new(Root)).Order(StringComparer.Ordinal)];

    /// <summary>The C# files that people write.</summary>
    public static IEnumerable<string> Sources => Files.Where(file =>
        file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith(".verified.cs", StringComparison.Ordinal) && !file.EndsWith(".received.cs", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] ReadLines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(DirectoryInfo directory) =>
        directory.EnumerateFiles().Where(file => !NotOurs.Contains(file.Name)).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(directory.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(Walk));
}
