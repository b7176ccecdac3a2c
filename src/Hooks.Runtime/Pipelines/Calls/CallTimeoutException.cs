namespace Hooks;

/// <summary>What is called has taken too long, and was left alone.</summary>
internal sealed class CallTimeoutException(string message) : TimeoutException(message)
{
    /// <summary>Whether another target, which had called that one, has thrown it on: that one has not taken too long.</summary>
    public bool IsThrownOn { get; set; }
}
