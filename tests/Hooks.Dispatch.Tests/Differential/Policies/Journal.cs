namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>
/// What happened to one dispatcher, in order. What runs aside from the fires (background, shadow) has a journal for each
/// hook, because nothing orders it against the rest.
/// </summary>
internal sealed class Journal
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const string GivenUp = "waited in vain for what happens aside";
    private readonly object _gate = new();
    private readonly List<string> _lines = [];
    private readonly SortedDictionary<string, List<string>> _aside = new(StringComparer.Ordinal);
    private int _asideCount;
    private int _timers;
    private int _busy;
    private bool _hasGivenUp;

    /// <summary>How much has happened aside, and how many timers were armed.</summary>
    public (int Aside, int Timers) Progress
    {
        get
        {
            lock (_gate)
                return (_asideCount, _timers);
        }
    }

    /// <summary>What happened in the fires, and in between.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>What happened aside.</summary>
    public IReadOnlyList<string> Aside
    {
        get
        {
            lock (_gate)
                return [.. _aside.SelectMany(aside => aside.Value.Select(line => $"[{aside.Key}] {line}"))];
        }
    }

    public void Write(string line)
    {
        lock (_gate)
            _lines.Add(line);
    }

    public void WriteAside(string key, string line)
    {
        lock (_gate)
        {
            if (!_aside.TryGetValue(key, out var lines))
                _aside[key] = lines = [];
            lines.Add(line);
            _asideCount++;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A fire is cancelled: not in line with the rest, since a wait that is cancelled ends on another thread.</summary>
    public void WriteCancelled(string now, int fire) => WriteAside("cancelled", $"{now} fire {fire} is cancelled");

    /// <summary>Writes down how many timers were armed so far; how the disposal waits is its own affair.</summary>
    public void WriteTimers()
    {
        lock (_gate)
            _lines.Add($"{_timers} timers");
    }

    public void CountTimer()
    {
        lock (_gate)
        {
            _timers++;
            Monitor.PulseAll(_gate);
        }
    }

    public void CountBusy(int change)
    {
        lock (_gate)
        {
            _busy += change;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until as much has happened as is expected, and nothing moves. Gives up after a while, once and for all: the difference is found later.</summary>
    public void WaitFor((int Aside, int Timers) expected)
    {
        lock (_gate)
        {
            while (!_hasGivenUp && (_asideCount < expected.Aside || _timers < expected.Timers || _busy > 0))
                _hasGivenUp = !Monitor.Wait(_gate, Patience);
            if (_hasGivenUp && !_lines.Contains(GivenUp))
                _lines.AddRange([GivenUp, $"{_asideCount} of {expected.Aside} lines aside, {_timers} of {expected.Timers} timers, {_busy} busy"]);
        }
    }

    public override string ToString() => string.Join('\n', Lines) + '\n' + string.Join('\n', Aside);
}
