using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential;

/// <summary>Draws the hooks of a table: everything that the generator looks at varies.</summary>
internal static class RandomTable
{
    private static readonly string[] Types = ["Acme.Guards", "Acme.guardS", "Acme.Audit.Trail", "Zed", "Acme._Rules", "Acme.Ärger"];
    private static readonly string[] Methods = ["A", "a", "B", "b", "_c", "Aa", "AB", "aB", "É"];
    private static readonly int[] Priorities = [HookPriority.High, 0, 0, 0, 5, HookPriority.Lowest, HookPriority.Highest];
    private static readonly string[] Patterns = ["bash", "BASH|edit", "git_*", "*_FILE", "?ead", "g*t_p?sh", "*", "@shell", "*he*|Read", "read*|*file|nobody"];

    public static IReadOnlyList<HookSpec> Draw(Random random)
    {
        // What may be answered at few points only would hardly come up, were those not drawn more often.
        PointSpec[] points = [.. PointSpec.All, PointSpec.PermissionRequest, PointSpec.BeforeToolCall, PointSpec.Deploy];
        random.Shuffle(points);
        var hooks = new List<HookSpec>();
        foreach (var point in points.Distinct().Take(random.Next(1, 4)))
            hooks.AddRange(DrawChain(random, point, hooks.Count));
        var files = hooks.ToArray();
        random.Shuffle(files);
        return files;
    }

    private static List<HookSpec> DrawChain(Random random, PointSpec point, int from)
    {
        var count = random.Next(10) == 0 ? random.Next(15, 40) : random.Next(1, 9);
        var synchronous = random.Next(3) == 0;
        var hooks = new List<HookSpec>();
        for (var i = 0; i < count; i++)
            hooks.Add(DrawHook(random, point, from + i, synchronous));
        Relate(random, hooks);
        return hooks;
    }

    private static HookSpec DrawHook(Random random, PointSpec point, int number, bool synchronous)
    {
        var shapes = Enum.GetValues<Shape>().Where(shape => (point.IsBlocking || shape < Shape.Result) && (!synchronous || shape is Shape.Void or Shape.Result)).ToArray();
        var policies = Enum.GetValues<HookFailurePolicy>().Where(policy => point.IsBlocking || policy != HookFailurePolicy.Block).ToArray();
        return new($"{Pick(random, Methods)}{number / 2}_{number % 2}")
        {
            Point = point,
            Type = Pick(random, Types),
            Name = random.Next(2) == 0 ? $"hook {number}" : null,
            Shape = Pick(random, shapes),
            Priority = Pick(random, Priorities),
            Tools = point.HasToolName && random.Next(5) < 2 ? Pick(random, Patterns) : null,
            OnFailure = random.Next(2) == 0 ? HookFailurePolicy.Default : Pick(random, policies),
            TakesToken = random.Next(2) == 0,
            IsInstance = random.Next(3) == 0,
        };
    }

    /// <summary>Adds After and Before among hooks of equal priority, without a cycle: all relations follow one random order.</summary>
    private static void Relate(Random random, List<HookSpec> hooks)
    {
        var order = Enumerable.Range(0, hooks.Count).ToArray();
        random.Shuffle(order);
        for (var later = 1; later < order.Length; later++)
        {
            var earlier = random.Next(later);
            var (first, second) = (hooks[order[earlier]], hooks[order[later]]);
            if (first.Priority != second.Priority || random.Next(2) == 0)
                continue;
            if (random.Next(2) == 0)
                hooks[order[later]] = second with { After = [.. second.After, first.TableName] };
            else
                hooks[order[earlier]] = first with { Before = [.. first.Before, second.TableName] };
        }
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
