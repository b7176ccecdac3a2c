using System.Collections.Immutable;
using Hooks.Shared;

namespace Hooks;

// Hooks that are known only at run time. They run on the general path, behind compiled ones of equal priority.
public sealed partial class HookDispatcher
{
    private int _unnamed;

    /// <summary>Registers a handler that gives verdicts.</summary>
    /// <typeparam name="TContext">The point's class of contexts, or a base of it.</typeparam>
    /// <param name="point">A blocking point.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="options">What it declares. Default: nothing.</param>
    /// <returns>The way to take it out again.</returns>
    /// <exception cref="ArgumentException">The point is observe-only, has other contexts, or has a hook of this name; or an option is out of range.</exception>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed, or <see cref="None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public HookRegistration Register<TContext>(HookPoint point, Func<TContext, HookResult> handler, HookRegistrationOptions? options = null)
        where TContext : HookContext
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Register(InfoOf<TContext>(point), new((context, _) => handler((TContext)context), null), givesVerdict: true, options);
    }

    /// <inheritdoc cref="Register{TContext}(HookPoint, Func{TContext, HookResult}, HookRegistrationOptions?)"/>
    public HookRegistration Register<TContext>(HookPoint point, Func<TContext, CancellationToken, ValueTask<HookResult>> handler, HookRegistrationOptions? options = null)
        where TContext : HookContext
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Register(InfoOf<TContext>(point), new(null, (context, token) => handler((TContext)context, token)), givesVerdict: true, options);
    }

    /// <summary>Registers a handler at a point that exists only at run time, under a name; it is blocking, and its answers are those of <see cref="HookResultKinds.Approval"/>.</summary>
    /// <inheritdoc cref="Register{TContext}(HookPoint, Func{TContext, HookResult}, HookRegistrationOptions?)"/>
    /// <param name="pointName">The point's name.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="options">What it declares. Default: nothing.</param>
    public HookRegistration Register(string pointName, Func<NamedHookContext, CancellationToken, ValueTask<HookResult>> handler, HookRegistrationOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pointName);
        ArgumentNullException.ThrowIfNull(handler);
        if (HookPoints.TryParse(pointName, out var builtIn))
            throw new ArgumentException($"'{pointName}' is a name of {nameof(HookPoint)}.{builtIn}. Register the handler there; here it would never run.");
        var info = new HookPointInfo(null, pointName, pointName, typeof(NamedHookContext), HookResultKinds.Verdict | HookResultKinds.Ask, HookFailurePolicy.Block);
        return Register(info, new(null, (context, token) => handler((NamedHookContext)context, token)), givesVerdict: true, options);
    }

    /// <summary>Registers a handler that gives no verdict.</summary>
    /// <inheritdoc cref="Register{TContext}(HookPoint, Func{TContext, HookResult}, HookRegistrationOptions?)"/>
    /// <param name="point">Any point.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="options">What it declares. Default: nothing.</param>
    public HookRegistration Observe<TContext>(HookPoint point, Action<TContext> handler, HookRegistrationOptions? options = null)
        where TContext : HookContext
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Register(
            InfoOf<TContext>(point),
            new(
                (context, _) =>
                {
                    handler((TContext)context);
                    return HookResult.Continue;
                },
                null),
            givesVerdict: false,
            options);
    }

    /// <inheritdoc cref="Observe{TContext}(HookPoint, Action{TContext}, HookRegistrationOptions?)"/>
    public HookRegistration Observe<TContext>(HookPoint point, Func<TContext, CancellationToken, ValueTask> handler, HookRegistrationOptions? options = null)
        where TContext : HookContext
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Register(InfoOf<TContext>(point), new(null, (context, token) => HookTable.AsResult(handler((TContext)context, token))), givesVerdict: false, options);
    }

    /// <summary>Takes out everything that was registered at run time, with what was set for it.</summary>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed, or <see cref="None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public void Clear() => Change(state => state.Without(state.Registered));

    /// <summary>
    /// Takes out the hook that was registered at run time under a name. If the name is at no other point, what was set for
    /// it goes too, with its circuit breaker; a new hook of the name is as it declares.
    /// </summary>
    /// <param name="hookName">The name.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">The dispatcher is sealed, or <see cref="None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The dispatcher has been disposed.</exception>
    public bool Unregister(string hookName) => Unregister(registered => registered.Hook.Name == hookName);

    internal void TryUnregister(HookRegistration registration)
    {
        lock (_changes)
        {
            if (!_isSealed && !_isDisposed)
                Unregister(registration);
        }
    }

    internal bool Unregister(HookRegistration registration) => Unregister(registration.Registered.Contains);

    private bool Unregister(Func<RegisteredHook, bool> chosen)
    {
        var found = false;
        Change(state =>
        {
            var gone = state.Registered.Where(chosen).ToList();
            found = gone.Count > 0;
            return found ? state.Without(gone) : state;
        });
        return found;
    }

    private HookRegistration Register(HookPointInfo info, RuntimeHandler handler, bool givesVerdict, HookRegistrationOptions? options)
    {
        RegisteredHook? registered = null;
        Change(state =>
        {
            state.CheckName(info);
            return Add(state, [registered = Describe(state, info, handler, givesVerdict, options ?? HookRegistrationOptions.Default)]);
        });
        return new(this, [registered!]);
    }

    private DispatcherState Add(DispatcherState state, ImmutableArray<RegisteredHook> hooks)
    {
        foreach (var registered in hooks)
            _runs.Attach(registered.Chain);
        return state.With(state.Registered.AddRange(hooks));
    }

    private RegisteredHook Describe(DispatcherState state, HookPointInfo info, RuntimeHandler handler, bool givesVerdict, HookRegistrationOptions options)
    {
        var name = options.Name ?? FreeName(state, info);
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException($"A hook at {info.Name} has a blank name. Leave the name out to have one made.");
        if (givesVerdict && !info.IsBlocking)
            throw new ArgumentException($"The hook '{name}' gives verdicts, and {info.Name} is observe-only. Observe it, or take a blocking point.");
        if (givesVerdict && options.Background)
            throw new ArgumentException($"The hook '{name}' gives verdicts, which nobody would wait for in the background.");
        if (options.OnFailure is < HookFailurePolicy.Default or > HookFailurePolicy.Throw)
            throw new ArgumentException($"The hook '{name}': {nameof(options.OnFailure)} is {options.OnFailure}, which is no failure policy.");
        if (options.OnFailure == HookFailurePolicy.Block && !info.IsBlocking)
            throw new ArgumentException($"The hook '{name}' cannot block at {info.Name}, which is observe-only.");
        if (options.TimeoutMilliseconds < 0 || options.Retries < 0)
            throw new ArgumentException($"The hook '{name}' has a negative timeout or number of retries.");
        if (options.TimeoutMilliseconds > 0 && handler.Asynchronous is null)
            throw new ArgumentException($"The hook '{name}' is synchronous, so that nothing can stop it: it cannot have a timeout. Register an asynchronous handler, or leave the timeout out.");
        if (options.Tools is not null && info.ContextType != typeof(ToolCallContext) && info.ContextType != typeof(PermissionContext))
            throw new ArgumentException($"The hook '{name}' is for certain tools, and {info.Name} has no tool.");
        var tools = options.Tools is null ? null : new RuntimeToolMatcher(options.Tools, state.ToolGroups);
        if (tools?.Meaningless is { } nothing)
        {
            throw new ArgumentException(nothing.Length == 0
                ? $"The hook '{name}' is for the tools '{options.Tools}', which has an empty alternative. Leave Tools out for all tools."
                : $"The hook '{name}' is for the tools '{options.Tools}', and nobody defines the group '{nothing}'. Take one of {string.Join(", ", ToolGroups.BuiltIn.Select(group => group.Group))}, or define it with [assembly: ToolGroup].");
        }

        if (state.IsTaken(info, name))
            throw new ArgumentException($"{info.Name} has a hook named '{name}' already. Names are unique at a point.");
        return new(
            new()
            {
                Point = info,
                Name = name,
                DeclaringType = string.Empty,
                Method = string.Empty,
                Assembly = string.Empty,
                Description = options.Description,
                Priority = options.Priority,
                Tools = options.Tools,
                OnFailure = options.OnFailure,
                TimeoutMilliseconds = options.TimeoutMilliseconds,
                Retries = options.Retries,
                Background = options.Background,
                CircuitBreaker = options.CircuitBreaker,
                GivesVerdict = givesVerdict,
                IsAsynchronous = handler.Asynchronous is not null,
                TakesCancellationToken = handler.Asynchronous is not null,
            },
            handler,
            tools);
    }

    private string FreeName(DispatcherState state, HookPointInfo info)
    {
        while (true)
        {
            var name = $"{info.Name}#{++_unnamed}";
            if (!state.IsTaken(info, name))
                return name;
        }
    }

    private static HookPointInfo InfoOf<TContext>(HookPoint point)
    {
        var info = HookPoints.Get(point);
        return typeof(TContext).IsAssignableFrom(info.ContextType)
            ? info
            : throw new ArgumentException($"{point} gives a {info.ContextType.Name}, which is no {typeof(TContext).Name}.");
    }
}
