namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>One fire: hooks, what they do, and what came of it.</summary>
internal sealed class Scene
{
    private readonly PointSpec _point;
    private readonly Way _way;
    private readonly HookProgram _program;
    private readonly HookScript _script = new();

    private Scene(PointSpec point, Way way, HookSpec[] hooks)
    {
        _point = point;
        _way = way;
        _program = HookProgram.Of(hooks.Select(hook => hook with { Point = point }));
        Context = point.NewContext();
    }

    public HookContext Context { get; private init; }

    public static Scene At(PointSpec point, Way way, params HookSpec[] hooks) => new(point, way, hooks);

    public Scene Answers(string hook, HookResult result) => Does(hook, _ => new(result));

    public Scene Throws(string hook, Exception error) => Does(hook, _ => throw error);

    public Scene Does(string hook, Func<HookCall, ValueTask<HookResult>> behaviour)
    {
        _script.Does(hook, behaviour);
        return this;
    }

    public async Task<Outcome> FireAsync(CancellationToken token = default, HookContext? context = null)
    {
        var reports = new List<HookReport>();
        await using var dispatcher = _program.CreateDispatcher(new HookDispatcherOptions { ExecutionPath = _way.Path(), OnReport = reports.Add });
        context ??= Context;
        _script.PutInto(context);
        try
        {
            if (_way.IsSync())
                return new(_script, reports, context) { Verdict = dispatcher.Fire(_point, context, token) };
            var fire = StartAsync(dispatcher, context, token);
            return new(_script, reports, context) { Verdict = await fire };
        }
        catch (Exception error)
        {
            return new(_script, reports, context) { Error = error };
        }
    }

    private ValueTask<HookResult> StartAsync(HookDispatcher dispatcher, HookContext context, CancellationToken token)
    {
        try
        {
            return _way is Way.CompiledUntyped or Way.GeneralUntyped
                ? dispatcher.FireUntypedAsync(_point, context, token)
                : dispatcher.FireAsync(_point, context, token);
        }
        catch (Exception error)
        {
            throw new Xunit.Sdk.XunitException($"The asynchronous entry threw before it returned: {error}");
        }
    }
}

/// <summary>What came of a fire.</summary>
internal sealed class Outcome(HookScript script, List<HookReport> reports, HookContext context)
{
    public HookResult Verdict { get; init; }

    public Exception? Error { get; init; }

    public IReadOnlyList<HookReport> Reports { get; } = reports;

    public HookContext Context { get; } = context;

    public IReadOnlyList<HookCall> Calls => script.Calls;

    public string Ran => string.Join(" ", script.Ran);

    public string? DecidedBy => Context.DecidedBy?.Name;

    /// <summary>The verdict; what the fire threw, if it threw.</summary>
    public HookResult Answer() => Error is null ? Verdict : throw new Xunit.Sdk.XunitException($"The fire threw {Error}");
}
