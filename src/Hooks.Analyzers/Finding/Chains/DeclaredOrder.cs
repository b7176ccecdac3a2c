using Hooks.Generators.Emitting;

namespace Hooks.Analyzers.Finding.Chains;

/// <summary>Who has to run before whom at one point because <c>After</c> or <c>Before</c> says so, among hooks of equal priority.</summary>
internal sealed class DeclaredOrder
{
    private readonly IReadOnlyList<PlacedHook> _hooks;
    private readonly Dictionary<PlacedHook, List<OrderStep>> _steps = [];
    private readonly Dictionary<PlacedHook, List<OrderStep>> _stepsTo = [];

    public DeclaredOrder(ChainIndex chain)
    {
        _hooks = chain.Chain.Hooks;
        foreach (var hook in _hooks)
        {
            foreach (var name in OrderNames.Of(hook.Model.After))
            {
                foreach (var first in Others(chain, hook, name))
                    Add(new(first, hook, hook, nameof(hook.Model.After), name));
            }

            foreach (var name in OrderNames.Of(hook.Model.Before))
            {
                foreach (var second in Others(chain, hook, name))
                    Add(new(hook, second, hook, nameof(hook.Model.Before), name));
            }
        }

        Circles = _steps.Count == 0 ? [] : FindCircles();
    }

    /// <summary>Orders that cannot be kept: each a way of steps that ends where it began. Every hook in a circle is in one of these.</summary>
    public IReadOnlyList<IReadOnlyList<OrderStep>> Circles { get; }

    /// <summary>The hooks that have to run before one, directly or by way of others.</summary>
    public IReadOnlyCollection<PlacedHook> Before(PlacedHook hook) => Reached(hook, _stepsTo, step => step.First);

    /// <summary>The hooks that have to run after one, directly or by way of others.</summary>
    public IReadOnlyCollection<PlacedHook> After(PlacedHook hook) => Reached(hook, _steps, step => step.Second);

    private static HashSet<PlacedHook> Reached(PlacedHook from, Dictionary<PlacedHook, List<OrderStep>> steps, Func<OrderStep, PlacedHook> next)
    {
        var reached = new HashSet<PlacedHook>();
        var queue = new Queue<PlacedHook>([from]);
        while (queue.Count > 0)
        {
            if (!steps.TryGetValue(queue.Dequeue(), out var leading))
                continue;
            foreach (var step in leading)
            {
                if (reached.Add(next(step)))
                    queue.Enqueue(next(step));
            }
        }

        return reached;
    }

    private static IEnumerable<PlacedHook> Others(ChainIndex chain, PlacedHook hook, string name) =>
        chain.Named(hook, name).Where(other => other != hook && other.Model.Priority == hook.Model.Priority);

    private void Add(OrderStep step)
    {
        (_steps.TryGetValue(step.First, out var from) ? from : _steps[step.First] = []).Add(step);
        (_stepsTo.TryGetValue(step.Second, out var to) ? to : _stepsTo[step.Second] = []).Add(step);
    }

    private List<IReadOnlyList<OrderStep>> FindCircles()
    {
        var circles = new List<IReadOnlyList<OrderStep>>();
        var told = new HashSet<PlacedHook>();
        var free = InNoCircle();
        foreach (var step in _hooks.Where(hook => !free.Contains(hook)).SelectMany(Steps))
        {
            if ((told.Contains(step.First) && told.Contains(step.Second)) || Way(step.Second, step.First) is not { } back)
                continue;
            back.Insert(0, step);
            circles.Add(back);
            told.UnionWith(back.Select(part => part.First));
        }

        return circles;
    }

    // Nearly always all of them, so that the search for ways back is rare.
    private HashSet<PlacedHook> InNoCircle()
    {
        var waitsFor = _hooks.ToDictionary(hook => hook, _ => 0);
        foreach (var step in _hooks.SelectMany(Steps))
            waitsFor[step.Second]++;
        var ready = new Queue<PlacedHook>(_hooks.Where(hook => waitsFor[hook] == 0));
        var free = new HashSet<PlacedHook>();
        while (ready.Count > 0)
        {
            var next = ready.Dequeue();
            free.Add(next);
            foreach (var step in Steps(next))
            {
                if (--waitsFor[step.Second] == 0)
                    ready.Enqueue(step.Second);
            }
        }

        return free;
    }

    /// <summary>The shortest way between two hooks; null if there is none.</summary>
    private List<OrderStep>? Way(PlacedHook from, PlacedHook to)
    {
        var reached = new Dictionary<PlacedHook, OrderStep?> { [from] = null };
        var queue = new Queue<PlacedHook>([from]);
        while (queue.Count > 0)
        {
            foreach (var step in Steps(queue.Dequeue()))
            {
                if (reached.ContainsKey(step.Second))
                    continue;
                reached[step.Second] = step;
                if (step.Second != to)
                {
                    queue.Enqueue(step.Second);
                    continue;
                }

                var way = new List<OrderStep>();
                for (var last = reached[to]; last is not null; last = reached[last.First])
                    way.Insert(0, last);
                return way;
            }
        }

        return null;
    }

    private IReadOnlyList<OrderStep> Steps(PlacedHook hook) => _steps.TryGetValue(hook, out var steps) ? steps : [];
}

/// <summary>One hook that has to run before another.</summary>
/// <param name="First">The hook that runs first.</param>
/// <param name="Second">The hook that runs after it.</param>
/// <param name="Declared">The one of the two that says so.</param>
/// <param name="Setting"><c>After</c> or <c>Before</c>.</param>
/// <param name="Name">The name there.</param>
internal sealed record OrderStep(PlacedHook First, PlacedHook Second, PlacedHook Declared, string Setting, string Name);
