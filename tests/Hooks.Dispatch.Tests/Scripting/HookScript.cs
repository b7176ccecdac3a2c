namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>One call of a scripted hook.</summary>
/// <param name="Hook">The hook's name.</param>
/// <param name="Context">The context that it was given.</param>
/// <param name="Token">The token that it was given; null if it takes none.</param>
public readonly record struct HookCall(string Hook, HookContext Context, CancellationToken? Token);

/// <summary>What the hooks of a fire do, by name, and what they were called with. Travels with the context.</summary>
public sealed class HookScript
{
    private const string Key = "script";
    private readonly Dictionary<string, Func<HookCall, ValueTask<HookResult>>> _behaviours = [];

    /// <summary>The calls, in order.</summary>
    public List<HookCall> Calls { get; } = [];

    /// <summary>The names of the hooks that ran, in order.</summary>
    public IEnumerable<string> Ran => Calls.Select(call => call.Hook);

    public static HookScript Of(HookContext context) => (HookScript)context.Items[Key]!;

    public void PutInto(HookContext context) => context.Items[Key] = this;

    public void Does(string hook, Func<HookCall, ValueTask<HookResult>> behaviour) => _behaviours[hook] = behaviour;

    /// <summary>Runs a hook's behaviour; one that has none answers Continue.</summary>
    internal ValueTask<HookResult> Run(string hook, HookContext context, CancellationToken? token)
    {
        var call = new HookCall(hook, context, token);

        // Hooks that run in the background add theirs from elsewhere.
        lock (Calls)
            Calls.Add(call);
        return _behaviours.TryGetValue(hook, out var behaviour) ? behaviour(call) : default;
    }
}
