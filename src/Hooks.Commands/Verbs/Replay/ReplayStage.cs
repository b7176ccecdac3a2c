namespace Hooks.Commands;

/// <summary>
/// What is around hooks while payloads are replayed in a program of its own: what they print goes to standard error, since standard output
/// is for the verdicts, and a hook that ends the process does not make the replay a success of which nothing is told.
/// </summary>
internal sealed class ReplayStage : IDisposable
{
    private readonly VerbScene _scene;

    public ReplayStage(VerbScene scene)
    {
        _scene = scene;
        if (scene.Options.Output is not null)
            return;
        Console.SetOut(scene.Error);
        AppDomain.CurrentDomain.ProcessExit += EndEarly;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= EndEarly;

    private void EndEarly(object? sender, EventArgs end)
    {
        _scene.Note("A hook has ended the process; nothing that was replayed is shown.");
        Environment.ExitCode = 1;
    }
}
