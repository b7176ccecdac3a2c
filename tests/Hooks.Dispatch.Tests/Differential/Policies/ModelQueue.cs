namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>DESIGN.md 6.5: the calls of one hook that nobody waits for.</summary>
internal sealed class ModelQueue(ModelWorld world, string hook, bool isShadow)
{
    private readonly Queue<(ModelPolicy Policy, ModelFireSource Source, ModelContext Context)> _calls = new();
    private readonly CancellationTokenSource _stop = new();
    private bool _isRunning;

    public string Hook => hook;

    public int Waiting => _calls.Count;

    public bool IsBusy => _isRunning || _calls.Count > 0;

    public int Dropped { get; private set; }

    public int Abandoned { get; private set; }

    public void Add(ModelPolicy policy, ModelFireSource source, ModelContext context)
    {
        if (world.IsDisposed || _calls.Count == world.Options.BackgroundCapacity)
        {
            Dropped++;
            world.ReportDropped(hook);
            return;
        }

        _calls.Enqueue((policy, source, context.Copy()));
        if (!_isRunning)
            _ = RunAsync();
    }

    /// <summary>The time to drain is over.</summary>
    public void Stop()
    {
        if (!IsBusy)
            return;
        while (_calls.TryDequeue(out _))
        {
            Abandoned++;
            world.ReportDropped(hook);
        }

        _stop.Cancel();
    }

    private async Task RunAsync()
    {
        _isRunning = true;
        while (_calls.TryDequeue(out var call))
        {
            try
            {
                var fire = new ModelFire(world, [call.Policy with { Queue = null }], call.Source, call.Context, _stop.Token) { IsAside = true };
                var (verdict, isPlain) = await fire.RunAsync();
                if (isShadow && !isPlain)
                    world.Report(hook, FireTexts.Shadowed(hook, verdict), isAside: true);
            }
            catch (Exception)
            {
                // It was reported; there is nobody to throw to.
            }
        }

        _isRunning = false;
    }
}
