namespace Hooks.Commands;

/// <summary>While payloads are replayed in a program of its own, a hook that ends the process does not make it a success of which nothing is told.</summary>
internal sealed class ReplayStage : IDisposable
{
    private readonly VerbScene _scene;

    public ReplayStage(VerbScene scene)
    {
        _scene = scene;
        if (scene.Options.Output is null)
            AppDomain.CurrentDomain.ProcessExit += EndEarly;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= EndEarly;

    private void EndEarly(object? sender, EventArgs end)
    {
        _scene.Note("A hook has ended the process; nothing that was replayed is shown.");
        Environment.ExitCode = 1;
    }
}
