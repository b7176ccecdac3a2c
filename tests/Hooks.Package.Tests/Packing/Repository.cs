using System.Reflection;

namespace Hooks.Package.Tests.Packing;

/// <summary>Where the build of these tests found things.</summary>
internal static class Repository
{
    public static string Root { get; } = Read("RepositoryRoot");

    /// <summary>The folder of the compiler that loads the package's analyzers.</summary>
    public static string CompilerFolder { get; } = Read("CompilerFolder");

    /// <summary>Where this machine keeps packages that it has restored.</summary>
    public static string PackageCache { get; } = Read("PackageCache");

    private static string Read(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
