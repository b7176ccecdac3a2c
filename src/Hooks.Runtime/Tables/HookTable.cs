using System.ComponentModel;

namespace Hooks;

/// <summary>The hooks of a program in order, and the way to call them. Derived classes are written by the generator.</summary>
/// <remarks>One instance belongs to one dispatcher and lives as long as it.</remarks>
public abstract class HookTable
{
    private readonly List<object> _owned = [];
    private int _claimed;

    /// <summary>For generated code.</summary>
    /// <param name="hooks">The hooks, by point and in the order in which they run.</param>
    /// <param name="assemblies">The simple names of the assemblies that contribute hooks.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected HookTable(IReadOnlyList<HookDescriptor> hooks, IReadOnlyList<string> assemblies)
    {
        Hooks = hooks;
        Assemblies = assemblies;
    }

    /// <summary>All hooks, by point and in the order in which they run.</summary>
    public IReadOnlyList<HookDescriptor> Hooks { get; }

    /// <summary>The simple names of the assemblies that contribute hooks.</summary>
    public IReadOnlyList<string> Assemblies { get; }

    /// <summary>The table as text, a line a hook, for people.</summary>
    public string ToText() => TableText.Render(this);

    /// <summary>The table as a Mermaid flowchart: each point with its hooks in order.</summary>
    public string ToMermaid() => TableMermaid.Render(this);

    /// <summary>The table as JSON, with every setting of every hook.</summary>
    public string ToJson() => TableJson.Render(this);

    /// <summary>Makes the chains, one for each point that has hooks.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract IReadOnlyList<HookChain> CreateChains();

    /// <summary>Calls one synchronous hook; the general path's way to it.</summary>
    /// <param name="hook">Its index in <see cref="Hooks"/>.</param>
    /// <param name="context">The context, of the point's class.</param>
    /// <param name="cancellationToken">Handed to hooks that take one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual HookResult Invoke(int hook, HookContext context, CancellationToken cancellationToken) =>
        throw new ArgumentOutOfRangeException(nameof(hook));

    /// <summary>Calls one asynchronous hook; the general path's way to it.</summary>
    /// <param name="hook">Its index in <see cref="Hooks"/>.</param>
    /// <param name="context">The context, of the point's class.</param>
    /// <param name="cancellationToken">Handed to hooks that take one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ValueTask<HookResult> InvokeAsync(int hook, HookContext context, CancellationToken cancellationToken) =>
        throw new ArgumentOutOfRangeException(nameof(hook));

    /// <summary>Whether one hook's <see cref="HookDescriptor.Tools"/> match; asked only of hooks that have any.</summary>
    /// <param name="hook">Its index in <see cref="Hooks"/>.</param>
    /// <param name="context">The context, of the point's class.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool Matches(int hook, HookContext context) => true;

    /// <summary>What assemblies add to the groups that <see cref="HookDescriptor.Tools"/> can name: a group and one of its tools each.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual IReadOnlyList<KeyValuePair<string, string>> ToolGroups => [];

    /// <summary>The table's own number of the custom point with this class of contexts, or -1.</summary>
    /// <param name="contextType">The class.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual int FindCustomPoint(Type contextType) => -1;

    /// <summary>Remembers a hook object that the table itself has made, so that it is disposed with the dispatcher.</summary>
    /// <param name="hooks">The object.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T Own<T>(T hooks)
        where T : class
    {
        _owned.Add(hooks);
        return hooks;
    }

    /// <summary>The error for a hook object that a service provider lacks.</summary>
    /// <param name="type">The object's class.</param>
    /// <param name="hook">The name of a hook that needs it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static Exception Unresolved(string type, string hook) => new InvalidOperationException(
        $"The hook '{hook}' needs an object of '{type}', which the service provider does not have and which the table " +
        "cannot make without arguments. Register it as a singleton or, where its class is public, hand the object to CreateDispatcher.");

    /// <summary>Whether a tool's name matches a pattern with <c>*</c> and <c>?</c>, ignoring case.</summary>
    /// <param name="tool">The name.</param>
    /// <param name="pattern">The pattern.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static bool MatchesGlob(string tool, string pattern) => ToolGlob.IsMatch(tool, pattern);

    /// <summary>The outcome of a hook that gives no verdict as that of one which continues.</summary>
    /// <param name="pending">The hook's task.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal static ValueTask<HookResult> AsResult(ValueTask pending)
    {
        if (!pending.IsCompletedSuccessfully)
            return AwaitAsync(pending);
        pending.GetAwaiter().GetResult();
        return default;
    }

    /// <summary>Waits for a hook that gives no verdict; never throws synchronously, whatever stands behind the task.</summary>
    internal static async ValueTask<HookResult> AwaitAsync(ValueTask pending)
    {
        await pending.ConfigureAwait(false);
        return HookResult.Continue;
    }

    internal void Claim()
    {
        if (Interlocked.Exchange(ref _claimed, 1) != 0)
            throw new InvalidOperationException("This table already belongs to a dispatcher. Make a new instance of it for every dispatcher.");
    }

    internal async ValueTask DisposeOwnedAsync(HookDisposal disposal)
    {
        for (var i = _owned.Count - 1; i >= 0; i--)
        {
            var owned = _owned[i];
            await disposal.RunAsync(owned.GetType().ToString(), () => DisposeAsync(owned)).ConfigureAwait(false);
        }
    }

    private static ValueTask DisposeAsync(object owned)
    {
        if (owned is IAsyncDisposable asynchronous)
            return asynchronous.DisposeAsync();
        (owned as IDisposable)?.Dispose();
        return default;
    }
}
