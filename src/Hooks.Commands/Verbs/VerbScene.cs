namespace Hooks.Commands;

/// <summary>What a verb works with.</summary>
/// <param name="Dispatcher">The hooks.</param>
/// <param name="Options">How the program was set up.</param>
/// <param name="Out">Takes the results until the verb is over.</param>
/// <param name="Output">Where they are written then; what hooks, and programs that they start, print meanwhile is not among them.</param>
/// <param name="Error">Where remarks about them go.</param>
internal sealed record VerbScene(HookDispatcher Dispatcher, CommandHostOptions Options, TextWriter Out, Stream Output, TextWriter Error)
{
    /// <summary>A remark, with whatever a terminal would obey made visible.</summary>
    public void Note(string text)
    {
        try
        {
            Error.WriteLine(VisibleText.Escape(text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nobody listens; the exit code tells.
        }
    }
}
