namespace Hooks.Commands.Tests.Verbs;

/// <summary>Dispatchers with a few hooks, each named as it is registered.</summary>
internal static class Guards
{
    /// <summary>Hooks for certain tools at the point before calls.</summary>
    public static HookDispatcher ForTools(params string?[] tools) => ForTools(HookResult.Continue, tools);

    public static HookDispatcher ForTools(HookResult result, params string?[] tools)
    {
        var dispatcher = new HookDispatcher(new Nothing());
        for (var i = 0; i < tools.Length; i++)
            dispatcher.Register<ToolCallContext>(HookPoint.BeforeToolCall, _ => result, new() { Name = $"Guard{i + 1}", Tools = tools[i] });
        return dispatcher;
    }

    /// <summary>Hooks at points.</summary>
    public static HookDispatcher At(params HookPoint[] points) => For([.. points.Select(point => (point, $"At{point}", (string?)null))]);

    public static HookDispatcher For(params (HookPoint Point, string Name, string? Tools)[] hooks)
    {
        var dispatcher = new HookDispatcher(new Nothing());
        foreach (var (point, name, tools) in hooks)
            Add(dispatcher, point, new() { Name = name, Tools = tools });
        return dispatcher;
    }

    private static void Add(HookDispatcher dispatcher, HookPoint point, HookRegistrationOptions options)
    {
        if (HookPoints.Get(point).IsBlocking)
            dispatcher.Register<HookContext>(point, _ => HookResult.Continue, options);
        else
            dispatcher.Observe<HookContext>(point, (_, _) => default(ValueTask), options);
    }

    private sealed class Nothing() : HookTable([], [])
    {
        protected override IReadOnlyList<HookChain> CreateChains() => [];
    }
}
