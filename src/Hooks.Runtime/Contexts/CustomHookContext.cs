namespace Hooks;

/// <summary>
/// Base of the contexts of custom points: a sealed class that derives from this one and carries
/// <see cref="HookPointAttribute"/> is a point of its own, hooked by <see cref="HookAttribute{TContext}"/> and fired by
/// <see cref="HookDispatcher.FireAsync{TContext}"/>.
/// </summary>
public abstract class CustomHookContext : HookContext;
