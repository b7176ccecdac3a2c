namespace Hooks;

/// <summary>
/// Learns of fires and their verdicts, and has no say in them: for bridges to events, recorders and the like. A dispatcher
/// without listeners pays nothing for them.
/// </summary>
public interface IHookListener
{
    /// <summary>Whether a fire of the point, about to begin, is to be told; asked once for each fire. Must be quick and must not throw.</summary>
    /// <param name="point">The point.</param>
    bool IsListening(HookPointInfo point);

    /// <summary>
    /// A fire is over. The agent waits until the task ends. What is thrown is reported (<see cref="HookReportKind.ListenerFailed"/>): a listener cannot change a verdict.
    /// </summary>
    /// <remarks>
    /// A fire that ended in an exception, or was refused because the dispatcher has been disposed, is not told; nor are
    /// fires nested more than <see cref="HookDispatcher.MaxDepth"/> deep, listeners included.
    /// </remarks>
    /// <param name="point">The point.</param>
    /// <param name="context">The context as the fire has left it (<see cref="HookContext.Final"/>). The agent goes on with it afterwards: keep nothing of it that can change.</param>
    /// <param name="verdict">The verdict; Continue at an observe-only point.</param>
    ValueTask OnFiredAsync(HookPointInfo point, HookContext context, HookResult verdict);
}
