namespace Hooks;

// Changes while the agent runs. Each makes a new state under a lock; fires read one field and never wait.
public sealed partial class HookDispatcher
{
    private volatile bool _isSealed;

    internal bool IsSealed => _isSealed;

    /// <summary>What assemblies add to the groups that tools can be named by.</summary>
    internal IReadOnlyList<(string Group, IReadOnlyList<string> Tools)> AddedToolGroups => _state.ToolGroups;

    /// <summary>Every hook of the dispatcher as it stands now, those too that are switched off.</summary>
    public IReadOnlyList<HookStatus> GetHooks()
    {
        lock (_changes)
        {
            return
            [
                .. _state.Entries.Select(entry => new HookStatus(
                    entry.Hook, entry.Table is RegisteredHook, _state.Settings.GetValueOrDefault(entry.Hook.Name), _runs.Find(entry.Hook))),
            ];
        }
    }

    /// <summary>How one hook stands now; of several points, at the first of them. Null if there is no such hook.</summary>
    /// <param name="hookName">The hook's name.</param>
    public HookStatus? FindHook(string hookName) => GetHooks().FirstOrDefault(status => status.Hook.Name == hookName);

    /// <summary>Sets what a hook does in place of what it declares, at all of its points, from the next fire on.</summary>
    /// <param name="hookName">The hook's name.</param>
    /// <param name="settings">The settings; null for what the hook declares.</param>
    /// <exception cref="ArgumentException">There is no such hook, or a setting is out of range; the message names both.</exception>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed, or <see cref="None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public void Configure(string hookName, HookSettings? settings)
    {
        ArgumentNullException.ThrowIfNull(hookName);
        settings?.Validate(hookName);
        Change(state =>
        {
            CheckSettings(state.Entries.Select(entry => entry.Hook), hookName, settings);
            return state.With(all =>
            {
                if (settings is null)
                    all.Remove(hookName);
                else
                    all[hookName] = settings;
            });
        });
    }

    /// <summary>Lets a hook run again, as it did before it was switched off: one that only watched goes on to watch.</summary>
    /// <inheritdoc cref="Configure(string, HookSettings?)"/>
    public void Enable(string hookName) => Configure(hookName, settings => settings with { IsEnabled = true });

    /// <summary>Switches a hook off.</summary>
    /// <inheritdoc cref="Configure(string, HookSettings?)"/>
    public void Disable(string hookName) => Configure(hookName, settings => settings with { IsEnabled = false });

    /// <summary>Lets a hook only watch; see <see cref="HookSettings.IsShadow"/>.</summary>
    /// <inheritdoc cref="Configure(string, HookSettings?)"/>
    public void Shadow(string hookName) => Configure(hookName, settings => settings with { IsEnabled = true, IsShadow = true });

    /// <summary>Lets a hook that only watched take part in its fires again; whether it is switched off stays as it is.</summary>
    /// <inheritdoc cref="Configure(string, HookSettings?)"/>
    public void Enforce(string hookName) => Configure(hookName, settings => settings with { IsShadow = false });

    /// <summary>Refuses all changes from now on: tables, hooks and settings stay as they are, and no circuit breaker can be forced.</summary>
    public void Seal()
    {
        lock (_changes)
            _isSealed = true;
    }

    private void Configure(string hookName, Func<HookSettings, HookSettings> change)
    {
        ArgumentNullException.ThrowIfNull(hookName);
        Change(state =>
        {
            CheckSettings(state.Entries.Select(entry => entry.Hook), hookName, settings: null);
            return state.With(all => all[hookName] = change(all.GetValueOrDefault(hookName) ?? new()));
        });
    }

    private static void CheckSettings(IEnumerable<HookDescriptor> hooks, string hookName, HookSettings? settings)
    {
        var known = hooks.ToList();
        var named = known.FindAll(hook => hook.Name == hookName);
        if (named.Count == 0)
        {
            throw new ArgumentException(
                $"There is no hook named '{hookName}'. {(known.Count == 0 ? "There are none at all." : $"There are: {string.Join(", ", known.Select(hook => hook.Name).Distinct().Order(StringComparer.Ordinal))}.")}");
        }

        settings?.CheckUse(hookName, named);
    }

    private void Change(Func<DispatcherState, DispatcherState> change)
    {
        if (ReferenceEquals(this, None))
            throw new InvalidOperationException("HookDispatcher.None stays without hooks. Make a dispatcher of your own to add hooks to.");
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_isSealed)
                throw new InvalidOperationException("The dispatcher is sealed: its hooks and their settings can no longer be changed.");
            _state = change(_state);
            Volatile.Write(ref _slots, ListenedSlots());
        }
    }
}
