using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooks.TestKit;

/// <summary>Why the steps of one run gave what they gave.</summary>
public sealed class StepReport
{
    private readonly GeneratorRunResult _run;

    internal StepReport(GeneratorRunResult run) => _run = run;

    /// <summary>The reasons of what goes to the compiler.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Output => Reasons(_run.TrackedOutputSteps.SelectMany(step => step.Value));

    /// <summary>The reasons of a named step, one for each of its values.</summary>
    public IReadOnlyList<IncrementalStepRunReason> this[string step] =>
        _run.TrackedSteps.TryGetValue(step, out var steps) ? Reasons(steps) : [];

    /// <summary>Asserts that a step has run, or would have, and came to nothing new.</summary>
    public StepReport AssertUnchanged(string step)
    {
        AssertAll(step, this[step], IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        return this;
    }

    /// <summary>Asserts that the output did not run at all.</summary>
    public StepReport AssertOutputCached()
    {
        AssertAll("output", Output, IncrementalStepRunReason.Cached);
        return this;
    }

    /// <summary>Asserts that a step came to something new; a run in which nothing changed would fail.</summary>
    public StepReport AssertChanged(string step)
    {
        AssertAny(step, this[step]);
        return this;
    }

    /// <summary>Asserts that the output ran and came to something new.</summary>
    public StepReport AssertOutputChanged()
    {
        AssertAny("output", Output);
        return this;
    }

    private static ImmutableArray<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];

    private static void AssertAll(string step, IReadOnlyList<IncrementalStepRunReason> reasons, params IncrementalStepRunReason[] allowed)
    {
        if (reasons.Count == 0 || reasons.Any(reason => !allowed.Contains(reason)))
            throw new TestKitException($"Step '{step}': expected only {string.Join(" or ", allowed)}, found [{string.Join(", ", reasons)}].");
    }

    private static void AssertAny(string step, IReadOnlyList<IncrementalStepRunReason> reasons)
    {
        if (!reasons.Any(reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New or IncrementalStepRunReason.Removed))
            throw new TestKitException($"Step '{step}': expected a change, found [{string.Join(", ", reasons)}].");
    }
}
