using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooks.Architecture.Tests.Surface;

/// <summary>What users can see of one assembly: its types, and below each its members, a line each.</summary>
internal static class AssemblySurface
{
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is "netstandard.dll" || Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Where(file => !Path.GetFileName(file).Contains("Native", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    // Beside a package lie the others of ours, and beside the tests the third-party ones that packages show to users.
    private static readonly string[] ThirdParty = ["Microsoft.Extensions.AI.Abstractions.dll"];

    public static ImmutableArray<SurfaceType> OfFile(string file) => Of(
        MetadataReference.CreateFromFile(file),
        Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*.dll").Where(other => other != file)
            .Concat(ThirdParty.Select(name => Path.Combine(AppContext.BaseDirectory, name)))
            .Select(other => MetadataReference.CreateFromFile(other)));

    public static ImmutableArray<SurfaceType> Of(MetadataReference assembly, params IEnumerable<MetadataReference> others)
    {
        var compilation = CSharpCompilation.Create("surface", references: Framework.Add(assembly).AddRange(others));
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(assembly)!;
        return
        [
            .. TypesOf(symbol.GlobalNamespace)
                .Select(SurfaceType.Of)
                .OrderBy(type => type.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member switch
        {
            INamespaceSymbol inner => TypesOf(inner),
            INamedTypeSymbol type when IsVisible(type) => TypesOf(type).Prepend(type),
            _ => [],
        });

    public static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Protected or Accessibility.ProtectedOrInternal => symbol.ContainingType is { IsSealed: false, IsStatic: false },
        _ => false,
    };
}
