using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>What a point hands to its hooks: the moment's own data, in the derived class, and what every moment has.</summary>
/// <remarks>
/// One context may pass through several fires of the same call (before, result, after), one fire at a time. Hosts read
/// it back after every fire, whatever the verdict, through <see cref="Final"/>: a hook may have changed it.
/// </remarks>
public abstract partial class HookContext
{
    private readonly HookContext? _parent;
    private readonly DateTimeOffset _time = TimeProvider.System.GetUtcNow();
    private List<string>? _addedContext;
    private Dictionary<string, object?>? _items;

    /// <summary>The name of the agent, as a person would call it.</summary>
    public string? AgentName { get; init; }

    /// <summary>The id of the agent or subagent whose moment this is.</summary>
    public string? AgentId { get; init; }

    /// <summary>The session, or conversation, to which the moment belongs.</summary>
    public string? SessionId { get; init; }

    /// <summary>The turn within the session: from one user message to the agent's answer.</summary>
    public string? TurnId { get; init; }

    /// <summary>Joins the moments of one activity across agents, sessions and machines.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When it happened. Default: when the context was made, by the system's clock.</summary>
    public DateTimeOffset Time
    {
        get => _time;
        init => _time = value == default ? _time : value;
    }

    /// <summary>
    /// The moment within which this one happens. Hosts and hooks that fire a point from within a hook set it, so that
    /// recursion is noticed across threads (<see cref="HookDispatcher.MaxDepth"/>); ids that are not given are taken from it.
    /// </summary>
    [JsonIgnore]
    public HookContext? Parent
    {
        get => _parent;
        init
        {
            _parent = value;
            if (value is null)
                return;
            Depth = value.Final.Depth + 1;
            AgentName ??= value.AgentName;
            AgentId ??= value.AgentId;
            SessionId ??= value.SessionId;
            TurnId ??= value.TurnId;
            CorrelationId ??= value.CorrelationId;
            Services ??= value.Services;
        }
    }

    /// <summary>The services of the host's current scope, where it has any.</summary>
    [JsonIgnore]
    public IServiceProvider? Services { get; init; }

    /// <summary>Anything that hooks and host want to pass along with this context. Made on first use; never part of its JSON.</summary>
    [JsonIgnore]
    public IDictionary<string, object?> Items => _items ??= new(StringComparer.Ordinal);

    /// <summary>Texts that hooks want the model to see, in the order in which they were added.</summary>
    public IReadOnlyList<string> AddedContext
    {
        get => _addedContext ?? (IReadOnlyList<string>)[];
        init
        {
            foreach (var text in value ?? [])
                AddContext(text);
        }
    }

    /// <summary>
    /// The hook whose answer is the verdict of the last fire that ended in more than Continue or Modified; null if
    /// there was none, or if the dispatcher itself refused that fire.
    /// </summary>
    [JsonIgnore]
    public HookDescriptor? DecidedBy { get; internal set; }

    /// <summary>The number of parents, which bounds how deep fires may nest.</summary>
    internal int Depth { get; private set; }

    /// <summary>Adds a text that the host passes to the model with the outcome of this moment. Legal at every point.</summary>
    /// <param name="text">The text; null and white space are ignored.</param>
    public void AddContext(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            (_addedContext ??= []).Add(Change(text));
    }
}
