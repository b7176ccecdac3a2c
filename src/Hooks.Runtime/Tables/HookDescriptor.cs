namespace Hooks;

/// <summary>What is known about one hook at one point. The generated table describes all of its hooks this way.</summary>
public sealed class HookDescriptor
{
    /// <summary>The point at which the hook runs.</summary>
    public required HookPointInfo Point { get; init; }

    /// <summary>
    /// The hook's name: unique at its point, shared by all points of one method. Default: full type and method name.
    /// A hook of a referenced assembly whose name is taken is called <c>Assembly:name</c>.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The full name of the type that declares the method.</summary>
    public required string DeclaringType { get; init; }

    /// <summary>The method's name.</summary>
    public required string Method { get; init; }

    /// <summary>The simple name of the assembly that declares the method.</summary>
    public required string Assembly { get; init; }

    /// <summary>What the hook is for, in a sentence, for people who read the table.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Lower runs first; see <see cref="HookPriority"/>. Default: 0. Ties are ordered by <see cref="After"/> and
    /// <see cref="Before"/>, then by type name, method name and parameter types, ordinally.
    /// </summary>
    public int Priority { get; init; }

    /// <summary>
    /// The tools for which the hook runs, at points whose context has a tool name: alternatives separated by <c>|</c>,
    /// with <c>*</c> and <c>?</c>, ignoring case; <c>@shell</c>, <c>@read</c>, <c>@edit</c>, <c>@search</c>,
    /// <c>@fetch</c> and <c>@task</c> stand for the names that known agents give such tools. Default: all tools.
    /// </summary>
    public string? Tools { get; init; }

    /// <summary>Names, separated by <c>|</c>, of hooks of equal priority at this point that run before this one.</summary>
    public string? After { get; init; }

    /// <summary>Names, separated by <c>|</c>, of hooks of equal priority at this point that run after this one.</summary>
    public string? Before { get; init; }

    /// <summary>What the fire becomes when the hook fails, as declared. Default: as the point says.</summary>
    public HookFailurePolicy OnFailure { get; init; }

    /// <summary>
    /// How long an attempt of an asynchronous hook may take from the moment it suspends, in milliseconds; then it counts
    /// as failed and the token that it was handed is cancelled. Default: 0, as the dispatcher's options say.
    /// </summary>
    public int TimeoutMilliseconds { get; init; }

    /// <summary>How many attempts follow one that failed, each after a longer wait. Default: 0.</summary>
    public int Retries { get; init; }

    /// <summary>
    /// Whether nobody waits for the hook: it runs later, in order, on a copy of the context and with a token of its own.
    /// Only for hooks that give no verdict. Default: false.
    /// </summary>
    public bool Background { get; init; }

    /// <summary>Whether the hook is no longer called, for a while, after it has failed several times in a row. Default: false.</summary>
    public bool CircuitBreaker { get; init; }

    /// <summary>Whether the hook answers with a <see cref="HookResult"/>.</summary>
    public bool GivesVerdict { get; init; }

    /// <summary>Whether the hook returns a task, so that it may suspend.</summary>
    public bool IsAsynchronous { get; init; }

    /// <summary>Whether the hook takes a <see cref="CancellationToken"/>.</summary>
    public bool TakesCancellationToken { get; init; }

    /// <summary>What a failure of this hook becomes: never <see cref="HookFailurePolicy.Default"/>, and nothing blocks at an observe-only point.</summary>
    public HookFailurePolicy FailurePolicy => PolicyFor(OnFailure);

    /// <summary>What a failure becomes if this is what is declared or set.</summary>
    internal HookFailurePolicy PolicyFor(HookFailurePolicy declared) =>
        declared is HookFailurePolicy.Throw or HookFailurePolicy.Continue ? declared
        : !Point.IsBlocking ? HookFailurePolicy.Continue
        : declared != HookFailurePolicy.Default ? HookFailurePolicy.Block
        : GivesVerdict ? Point.OnFailure
        : HookFailurePolicy.Continue;

    /// <summary>The point and the name.</summary>
    public override string ToString() => $"{Point.Name}: {Name}";
}
