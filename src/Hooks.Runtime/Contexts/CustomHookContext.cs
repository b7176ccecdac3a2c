namespace Hooks;

/// <summary>
/// Base of the contexts of custom points: a sealed class that derives from this one and carries
/// <see cref="HookPointAttribute"/> is a point of its own, hooked by <see cref="HookAttribute{TContext}"/> and fired by
/// <see cref="HookDispatcher.FireAsync{TContext}"/>.
/// </summary>
/// <remarks>
/// A hook that runs out of time keeps the context, and its fire goes on with a copy. What hooks can change is safe from
/// a late one only if setters pass their values through <see cref="HookContext.Change{T}"/>, and
/// <see cref="HookContext.OnCopied"/> gives the copy lists and objects of its own.
/// </remarks>
public abstract class CustomHookContext : HookContext;
