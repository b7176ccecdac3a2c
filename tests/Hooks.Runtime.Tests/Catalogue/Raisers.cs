using Hooks.Shared;

namespace Hooks.Runtime.Tests.Catalogue;

/// <summary>
/// Which methods of this repository raise a point. They are not listed anywhere: they are run, and what fires is written down;
/// of the command host the table counts by which it works.
/// </summary>
internal static class Raisers
{
    private const string Caller = "your code";

    private static readonly IReadOnlyList<(string Name, IReadOnlySet<HookPoint> Points)> All =
    [
        .. PipelineRuns.All.Concat(ChatClientRuns.All).Concat(EventBusRuns.All).Select(run => (run.Name, Run(run.RunAsync))),
        ("Hooks.Commands", HostTable.All.SelectMany(agent => agent.Events).SelectMany(raised => raised.Points).Select(Enum.Parse<HookPoint>).ToHashSet()),
    ];

    public static string Of(HookPoint point) =>
        string.Join(", ", All.Where(raiser => raiser.Points.Contains(point)).Select(raiser => $"`{raiser.Name}`").DefaultIfEmpty(Caller));

    public static IReadOnlySet<HookPoint> PointsOf(string name) => All.Single(raiser => raiser.Name == name).Points;

    private static HashSet<HookPoint> Run(Func<HookDispatcher, Task> run)
    {
        var fired = new HashSet<HookPoint>();
        var dispatcher = new HookDispatcher(new EmptyTable());
        foreach (var point in Enum.GetValues<HookPoint>())
        {
            dispatcher.Observe<HookContext>(point, _ =>
            {
                lock (fired)
                    fired.Add(point);
            });
        }

        run(dispatcher).GetAwaiter().GetResult();
        return fired;
    }
}
