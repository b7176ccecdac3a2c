namespace Hooks.Dispatch.Tests.Differential;

/// <summary>How a hook's part in a run ends.</summary>
internal enum StepEnd
{
    Answer,
    Throw,

    /// <summary>An OperationCanceledException: the caller's affair if its token is cancelled, else a failure.</summary>
    ThrowCancellation,
}

/// <summary>When the outcome of an asynchronous hook is there; synchronous hooks end at once.</summary>
internal enum Completion
{
    AtOnce,

    /// <summary>A task that is complete, and faulted or cancelled if the hook fails.</summary>
    CompletedTask,

    /// <summary>When the test opens the gate.</summary>
    Gated,

    /// <summary>After a trip to the thread pool.</summary>
    Yielding,
}

/// <summary>What one hook does in one run.</summary>
/// <param name="End">How it ends.</param>
/// <param name="Result">The answer of a hook that gives verdicts.</param>
/// <param name="Completion">When.</param>
/// <param name="Changes">Whether it changes the context.</param>
/// <param name="CancelsCaller">Whether the caller cancels while it runs.</param>
internal sealed record Step(StepEnd End, HookResult Result, Completion Completion, bool Changes, bool CancelsCaller);

/// <summary>A failure that no framework code throws.</summary>
internal sealed class BoomException() : Exception("secret details of the failure");
