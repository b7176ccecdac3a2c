using Microsoft.CodeAnalysis;

namespace Hooks.Generators.Parsing;

/// <summary>What the compilation says of the assembly, apart from attributes.</summary>
internal sealed record AssemblyFacts
{
    public required string Name { get; init; }

    public required bool IsExecutable { get; init; }

    public static AssemblyFacts Read(Compilation compilation) => new()
    {
        Name = compilation.AssemblyName ?? string.Empty,
        IsExecutable = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication,
    };
}
