using System.Runtime.CompilerServices;
using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>What models say of a class of contexts. There are few, and those of Hooks.Runtime outlive the compilation.</summary>
internal sealed class ContextNames
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ContextNames> Known = new();

    private ContextNames(INamedTypeSymbol type)
    {
        var name = CSharpNames.FullName(type, out var reference);
        Reference = reference;
        Alone = name;
        WithToken = name + ",System.Threading.CancellationToken";
        IsPublic = Reachability.IsPublic(type);
    }

    /// <summary>The class as emitted code writes it.</summary>
    public string Reference { get; }

    /// <summary>The parameters of a hook that takes only the context.</summary>
    public string Alone { get; }

    /// <summary>The parameters of a hook that takes a token too.</summary>
    public string WithToken { get; }

    public bool IsPublic { get; }

    public static ContextNames Of(INamedTypeSymbol type) => Known.GetValue(type, static type => new(type));
}
