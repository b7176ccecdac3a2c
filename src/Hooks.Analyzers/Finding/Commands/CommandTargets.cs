using Hooks.Shared;
using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding.Commands;

/// <summary>The coding agents for which a program with Hooks.Commands is meant, which the analyzers know by its names alone.</summary>
/// <param name="hosts">The agents.</param>
/// <param name="areNamed">Whether the program says so; else all are meant.</param>
internal sealed class CommandTargets(IReadOnlyList<HostTable> hosts, bool areNamed)
{
    private const string Package = "Hooks.Commands";
    private const string Attribute = "Hooks.Commands.HookTargetsAttribute";

    public IReadOnlyList<HostTable> Hosts { get; } = hosts;

    public bool AreNamed { get; } = areNamed;

    /// <summary>Their names, for people.</summary>
    public string Names => string.Join(", ", Hosts.Select(host => host.DisplayName));

    /// <summary>Null where Hooks.Commands is not referenced.</summary>
    public static CommandTargets? Of(Compilation compilation)
    {
        if (compilation.GetTypesByMetadataName(Attribute).FirstOrDefault(type => type.ContainingAssembly.Name == Package) is not { } targets)
            return null;
        var named = compilation.Assembly.GetAttributes()
            .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, targets))
            .SelectMany(attribute => attribute.ConstructorArguments)
            .Where(argument => argument is { Kind: TypedConstantKind.Array, IsNull: false })
            .SelectMany(argument => argument.Values)
            .Select(value => value.Value is int number && number >= 0 && number < HostTable.All.Count ? HostTable.All[number] : null)
            .OfType<HostTable>()
            .Distinct()
            .ToList();
        return named.Count > 0 ? new(named, areNamed: true) : new(HostTable.All, areNamed: false);
    }

    /// <summary>The events of an agent that fire a point; those for a few tools are left out where one for all tools stands beside them.</summary>
    public static IEnumerable<HostEvent> EventsOf(HostTable host, HookPointFacts point) =>
        host.Events.Where(hostEvent => hostEvent.Generic is null && Fires(hostEvent, point));

    /// <summary>Whether the point belongs to Hooks.Commands or to Hooks.Runtime: others the program fires itself.</summary>
    public static bool IsRaisedByAgents(HookPointFacts point) => !point.IsCustom || (point.Context.ContainingAssembly.Name == Package && HostTable.All.Any(host => EventsOf(host, point).Any()));

    private static bool Fires(HostEvent hostEvent, HookPointFacts point) => point.IsCustom
        ? hostEvent.CustomContext is { } context && context == point.Context.ToDisplayString()
        : hostEvent.Points.Contains(point.Name);
}
