namespace Hooks;

/// <summary>
/// A write has met another writer's change. What <see cref="HookDispatcher.WriteStateAsync"/> calls throws it, so that hooks
/// of <see cref="HookPoint.StateConflict"/> can deal with it.
/// </summary>
/// <param name="conflictingValue">The other writer's value.</param>
/// <param name="storedVersion">The version that is stored.</param>
/// <param name="message">What has happened. Default: a general sentence.</param>
/// <param name="innerException">What the store has thrown.</param>
public sealed class StateConflictException(object? conflictingValue = null, long? storedVersion = null, string? message = null, Exception? innerException = null)
    : Exception(message ?? "Someone else has changed the value in the meantime.", innerException)
{
    /// <summary>The other writer's value.</summary>
    public object? ConflictingValue { get; } = conflictingValue;

    /// <summary>The version that is stored.</summary>
    public long? StoredVersion { get; } = storedVersion;
}
