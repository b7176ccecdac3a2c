using System.Diagnostics;
using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;

namespace Hooks.Benchmarks.Events;

/// <summary>Rows that move events from a publisher to subscribers on other threads: a row's time ends when the last event has been handled.</summary>
internal sealed class MovingGroup : Group
{
    private const int EventsOfRound = 50_000;

    private readonly Func<IReadOnlyList<Mover>> _makeMovers;
    private readonly IReadOnlyList<RowFacts> _facts;

    /// <param name="name">The name on the command line.</param>
    /// <param name="title">The title.</param>
    /// <param name="facts">The rows.</param>
    /// <param name="makeMovers">What they measure, in the same order.</param>
    public MovingGroup(string name, string title, IReadOnlyList<RowFacts> facts, Func<IReadOnlyList<Mover>> makeMovers)
        : base(name, title)
    {
        IsJitOnly = true;
        _facts = facts;
        _makeMovers = makeMovers;
    }

    public override IReadOnlyList<RowFacts> Rows => _facts;

    public override IReadOnlyList<Row> Run(Pace pace)
    {
        var movers = _makeMovers();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < pace.WarmUp)
        {
            foreach (var mover in movers)
                _ = Measure(mover);
        }

        var rounds = movers.Select(_ => new List<(double Nanoseconds, double Bytes)>()).ToList();
        for (var round = 0; round < pace.Edits; round++)
        {
            for (var i = 0; i < movers.Count; i++)
            {
                var at = (i + round) % movers.Count;
                rounds[at].Add(Measure(movers[at]));
            }
        }

        return [.. _facts.Select((facts, row) => ToRow(facts, row, rounds))];
    }

    private Row ToRow(RowFacts facts, int row, List<List<(double Nanoseconds, double Bytes)>> rounds)
    {
        var own = rounds[row];
        var baseline = facts.Baseline is null ? own : rounds[_facts.ToList().FindIndex(other => other.Name == facts.Baseline)];
        return new(
            facts.Name,
            Harness.Median(own.Select(round => round.Nanoseconds)),
            Harness.Median(own.Zip(baseline, (mine, other) => mine.Nanoseconds / other.Nanoseconds)),
            Harness.Median(own.Zip(baseline, (mine, other) => mine.Nanoseconds - other.Nanoseconds)),
            Harness.Median(own.Select(round => round.Bytes)));
    }

    private static (double Nanoseconds, double Bytes) Measure(Mover mover)
    {
        var handled = mover.Handled();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < EventsOfRound; i++)
            mover.Publish();
        var target = handled + ((long)EventsOfRound * mover.Subscribers);
        var wait = default(SpinWait);
        while (mover.Handled() < target)
            wait.SpinOnce(sleep1Threshold: -1);
        var time = Stopwatch.GetElapsedTime(started).TotalNanoseconds / EventsOfRound;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        if (mover.Handled() != target)
            throw new WrongCountException($"{mover.Handled() - handled} of {target - handled} events were handled");
        return (time, bytes / (double)EventsOfRound);
    }
}

/// <summary>One way to move events.</summary>
/// <param name="Publish">Makes an event and publishes it.</param>
/// <param name="Handled">How many were handled, by all subscribers together.</param>
/// <param name="Subscribers">How many subscribers each event has.</param>
internal sealed record Mover(Action Publish, Func<long> Handled, int Subscribers = 1);
