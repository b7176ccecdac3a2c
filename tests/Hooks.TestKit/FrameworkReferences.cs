using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooks.TestKit;

/// <summary>The framework that the tests run on, and Hooks.Runtime, as references of what they compile.</summary>
public static class FrameworkReferences
{
    /// <summary>The framework alone. What else happens to be loaded into the test process stays out.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Hooks.Runtime.</summary>
    public static MetadataReference Runtime { get; } = MetadataReference.CreateFromFile(typeof(HookPoint).Assembly.Location);
}
