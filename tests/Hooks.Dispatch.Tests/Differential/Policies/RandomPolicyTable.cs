using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Draws hooks that declare how they are to be run.</summary>
internal static class RandomPolicyTable
{
    private static readonly PointSpec[] Points =
        [PointSpec.BeforeToolCall, PointSpec.BeforeToolCall, PointSpec.ToolError, PointSpec.AfterToolCall, PointSpec.PermissionRequest, PointSpec.BeforeTurn, PointSpec.Deploy, PointSpec.Rollback, PointSpec.Deployed];

    private static readonly int[] Priorities = [-5, 0, 0, 0, 5];
    private static readonly string[] Patterns = ["bash", "git_*", "bash|edit", "*"];

    public static IReadOnlyList<HookSpec> Draw(Random random)
    {
        var hooks = new List<HookSpec>();
        var points = Points.ToArray();
        random.Shuffle(points);
        foreach (var point in points.Distinct().Take(random.Next(1, 4)))
        {
            var synchronous = random.Next(4) == 0;
            for (var count = random.Next(1, 7); count > 0; count--)
                hooks.Add(Share(random, DrawHook(random, point, hooks.Count, synchronous), hooks));
        }

        return hooks;
    }

    /// <summary>A handler to be registered at run time.</summary>
    public static HookSpec DrawHandler(Random random, PointSpec point, int number)
    {
        var shape = Pick(random, point.IsBlocking ? [Shape.Void, Shape.ValueTask, Shape.Result, Shape.ValueTaskOfResult] : new[] { Shape.Void, Shape.ValueTask });
        return Declare(random, new($"Handler{number}") { Point = point, Name = $"handler {number}", Shape = shape, TakesToken = shape is Shape.ValueTask or Shape.ValueTaskOfResult });
    }

    private static HookSpec DrawHook(Random random, PointSpec point, int number, bool synchronous)
    {
        var shapes = Enum.GetValues<Shape>().Where(shape => (point.IsBlocking || shape < Shape.Result) && (!synchronous || shape is Shape.Void or Shape.Result)).ToArray();
        return Declare(random, new($"Hook{number}")
        {
            Point = point,
            Type = random.Next(2) == 0 ? "Acme.Guards" : "Acme.Audit",
            Name = random.Next(4) == 0 ? null : $"hook {number}",
            Shape = Pick(random, shapes),
            TakesToken = random.Next(3) > 0,
        });
    }

    // A name that is at several points means one hook.
    private static HookSpec Share(Random random, HookSpec hook, IReadOnlyList<HookSpec> others)
    {
        var names = others.Where(other => other.Point != hook.Point).Select(other => other.TableName).Except(others.Where(other => other.Point == hook.Point).Select(other => other.TableName)).ToList();
        return names.Count > 0 && random.Next(4) == 0 ? hook with { Name = Pick(random, names) } : hook;
    }

    private static HookSpec Declare(Random random, HookSpec hook)
    {
        var policies = Enum.GetValues<HookFailurePolicy>().Where(policy => hook.Point.IsBlocking || policy != HookFailurePolicy.Block).ToArray();
        return hook with
        {
            Priority = Pick(random, Priorities),
            Tools = hook.Point.HasToolName && hook.Point.Point is not null && random.Next(4) == 0 ? Pick(random, Patterns) : null,
            OnFailure = random.Next(2) == 0 ? HookFailurePolicy.Default : Pick(random, policies),
            TimeoutMilliseconds = hook.IsAsynchronous && random.Next(2) == 0 ? random.Next(40, 1500) : 0,
            Retries = random.Next(3) == 0 ? random.Next(1, 4) : 0,
            Background = !hook.GivesVerdict && random.Next(3) == 0,
            CircuitBreaker = random.Next(3) == 0,
        };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
