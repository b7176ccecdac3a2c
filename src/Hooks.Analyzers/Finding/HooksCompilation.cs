using System.Runtime.CompilerServices;
using Hooks.Analyzers.Finding.Commands;
using Hooks.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooks.Analyzers.Finding;

/// <summary>A compilation that references Hooks.Runtime, with what is found once for all rules of all analyzers.</summary>
internal sealed class HooksCompilation
{
    private static readonly ConditionalWeakTable<Compilation, HooksCompilation> Known = new();

    private readonly object _gate = new();
    private readonly Lazy<Candidates> _candidates;
    private readonly Lazy<CommandTargets?> _targets;
    private HookIndex? _index;

    private HooksCompilation(Compilation compilation, PointCatalogue points, AnalyzerOptions options)
    {
        Compilation = compilation;
        Points = points;
        _candidates = new(() => new(compilation));
        _targets = new(() => CommandTargets.Of(compilation));
        IsTestProject = TestProject.Is(compilation, options);
    }

    public Compilation Compilation { get; }

    /// <summary>The built-in points.</summary>
    public PointCatalogue Points { get; }

    /// <summary>Whether the project holds tests.</summary>
    public bool IsTestProject { get; }

    /// <summary>The coding agents for which the program is meant; null where Hooks.Commands is not referenced.</summary>
    public CommandTargets? Targets => _targets.Value;

    /// <summary>What has to be looked at; the rest is told by its name.</summary>
    public Candidates Candidates => _candidates.Value;

    /// <summary>Null where Hooks.Runtime is not referenced, so that nothing else has to be looked at.</summary>
    public static HooksCompilation? Find(Compilation compilation, AnalyzerOptions options)
    {
        // The analyzers of one run look at one compilation, and share what one of them has found.
        if (Known.TryGetValue(compilation, out var known))
            return known;

        // A type of that name in the code itself is not ours: without Hooks.Runtime there is neither a table nor anything to say.
        var hookPoint = compilation.GetTypesByMetadataName(MetadataNames.HookPoint).FirstOrDefault(type => type.ContainingAssembly.Name == MetadataNames.RuntimeAssembly);
        return hookPoint is null ? null : Known.GetValue(compilation, found => new(found, PointCatalogue.Of(hookPoint), options));
    }

    /// <summary>All hooks of the assembly and its references; made when a rule first needs it.</summary>
    public HookIndex Index(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _index ??= HookIndex.Build(Compilation, Candidates, IsTestProject, cancellationToken);
    }
}
