using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>The choice of tools that a model is offered.</summary>
public sealed class ToolDiscoveryContext : HookContext
{
    private IReadOnlyList<string> _toolNames = [];

    /// <summary>
    /// The names of the tools on offer, in the host's order. Hooks take away with <see cref="Narrow"/>. Empty also where a
    /// host does not say what it offers, as Gemini CLI. Never null.
    /// </summary>
    public IReadOnlyList<string> ToolNames
    {
        get => _toolNames;
        init => _toolNames = value ?? [];
    }

    /// <summary>The prompt for which the tools are meant.</summary>
    public string? Prompt { get; init; }

    /// <summary>The model that is offered the tools.</summary>
    public string? Model { get; init; }

    /// <summary>Which round of the agent's loop this is, counted from 1.</summary>
    public int? Iteration { get; init; }

    /// <summary>
    /// Leaves only these tools on offer. Hooks can take tools away, never add any: a second call chooses among what the
    /// first has left, and the order stays the host's. Where a host does not say what it offers, the first call leaves these.
    /// </summary>
    /// <param name="names">
    /// The tools to keep, compared ignoring case; names that are not on offer are ignored. Null changes nothing, an empty
    /// list leaves no tool.
    /// </param>
    public void Narrow(IEnumerable<string>? names)
    {
        if (names is null)
            return;
        var asked = names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var kept = new HashSet<string>(asked, StringComparer.OrdinalIgnoreCase);
        _toolNames = Change<IReadOnlyList<string>>(IsOfferUnknown && !IsNarrowed ? asked : [.. _toolNames.Where(kept.Contains)]);
        IsNarrowed = true;
    }

    /// <summary>Whether the host does not say what it offers.</summary>
    internal bool IsOfferUnknown { get; init; }

    /// <summary>Whether a hook has chosen, if only what there was.</summary>
    internal bool IsNarrowed { get; private set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ToolDiscoveryContext Final => (ToolDiscoveryContext)base.Final;
}
