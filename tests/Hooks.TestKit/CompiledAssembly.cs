using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooks.TestKit;

/// <summary>An assembly in memory.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Image">Its bytes.</param>
/// <param name="Libraries">The assemblies in memory that it references.</param>
public sealed record CompiledAssembly(string Name, ImmutableArray<byte> Image, ImmutableArray<CompiledAssembly> Libraries)
{
    /// <summary>The assembly as a reference; always the same one, as in a build server.</summary>
    public MetadataReference Reference { get; } = MetadataReference.CreateFromImage(Image);

    /// <summary>The assembly as a reference behind an extern alias.</summary>
    public MetadataReference ReferenceAs(string alias) => Reference.WithAliases([alias]);

    /// <summary>Loads the assembly with the libraries that it references.</summary>
    public LoadedProgram Load() => new(this);
}
