using System.Collections.Concurrent;
using System.Reflection;

namespace Hooks;

// Listeners stand in the slots, around the chains; a dispatcher without them has the chains themselves there.
public sealed partial class HookDispatcher
{
    private HookListeners? _listeners;

    /// <summary>Tells a listener of fires from now on, also at points without hooks.</summary>
    /// <param name="listener">The listener.</param>
    /// <exception cref="ArgumentException">It listens already.</exception>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed, or <see cref="None"/>, or it has 64 listeners.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public void AddListener(IHookListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        Change(state =>
        {
            if (_listeners?.All.Contains(listener) == true)
                throw new ArgumentException("The listener listens already.", nameof(listener));
            if (_listeners?.All.Length >= HookListeners.Most)
                throw new InvalidOperationException($"A dispatcher has at most {HookListeners.Most} listeners.");
            _listeners = new(this, [.. _listeners?.All ?? [], listener]);
            return state;
        });
    }

    /// <summary>Tells a listener no more.</summary>
    /// <param name="listener">The listener.</param>
    /// <returns>Whether it had listened.</returns>
    public bool RemoveListener(IHookListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (_changes)
        {
            var rest = _listeners?.All.Where(other => other != listener).ToArray();
            if (rest is null || rest.Length == _listeners!.All.Length)
                return false;
            _listeners = rest.Length == 0 ? null : new(this, rest);
            if (!_isDisposed)
                Volatile.Write(ref _slots, ListenedSlots());
            return true;
        }
    }

    private HookChain?[] ListenedSlots()
    {
        if (_listeners is not { } listeners)
            return _state.Slots;
        var slots = new HookChain?[HookPoints.Count];
        foreach (var info in HookPoints.All)
            slots[(int)info.Point!] = (_state.Slots[(int)info.Point!] ?? PointChains.Create(info, [])).ToListened(listeners);
        return slots;
    }

    private ValueTask<HookResult> ListenAsync(HookListeners listeners, HookChain? chain, HookPointInfo point, CustomHookContext context, CancellationToken cancellationToken)
    {
        var listening = listeners.Poll(point);
        var fire = chain?.FireUntypedAsync(this, context, cancellationToken) ?? default;
        return listening != 0 ? TellAsync(fire) : fire;

        async ValueTask<HookResult> TellAsync(ValueTask<HookResult> fire)
        {
            var verdict = await fire.ConfigureAwait(false);
            await listeners.TellAsync(listening, point, context.Final, verdict).ConfigureAwait(false);
            return verdict;
        }
    }

    private HookResult Listen(HookListeners listeners, HookChain? chain, CustomHookContext context, CancellationToken cancellationToken)
    {
        var point = chain?.Point ?? UnhookedPoint(context);
        var listening = listeners.Poll(point);
        var verdict = chain?.FireUntyped(this, context, cancellationToken) ?? default;
        if (listening != 0)
            listeners.TellAsync(listening, point, context.Final, verdict).AsTask().GetAwaiter().GetResult();
        return verdict;
    }

    // Of a point without hooks no table knows anything; the class is asked once.
    private static HookPointInfo UnhookedPoint(CustomHookContext context) => context is NamedHookContext named
        ? new(null, named.PointName, named.PointName, typeof(NamedHookContext), HookResultKinds.Approval, HookFailurePolicy.Block)
        : UnhookedPoints.Known.GetOrAdd(context.GetType(), static type =>
        {
            var declared = type.GetCustomAttribute<HookPointAttribute>();
            var name = declared?.EventName ?? type.FullName!;
            return new(null, name, name, type, declared?.Blocking == true ? HookResultKinds.Approval : HookResultKinds.None, HookFailurePolicy.Block);
        });

    private static class UnhookedPoints
    {
        public static ConcurrentDictionary<Type, HookPointInfo> Known { get; } = new();
    }
}
