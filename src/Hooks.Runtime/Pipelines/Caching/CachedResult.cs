namespace Hooks;

/// <summary>A result, and whether it was there already.</summary>
internal readonly record struct CachedResult(object? Value, bool IsHit);
