namespace Hooks;

public sealed partial class HookDispatcher
{
    /// <summary>Whether anyone wants to know what tool calls do to files.</summary>
    internal bool IsFileHooked =>
        ShouldFire(HookPoint.FileRead) || ShouldFire(HookPoint.FileWrite) || ShouldFire(HookPoint.FileEdit) || ShouldFire(HookPoint.FileDelete) || ShouldFire(HookPoint.FileChanged);

    /// <summary>Fires the file points of a tool call that was carried out, in the order in which it names the files.</summary>
    /// <param name="context">The call with its outcome.</param>
    /// <param name="judged">The call as it was made.</param>
    internal async ValueTask TellOfFilesAsync(ToolCallContext context, ToolCallContext judged)
    {
        var accesses = FileAccesses.Of(judged, out var missing);
        if (missing is not null)
            Report(HookReport.Abandoned(HookPoints.Get(HookPoint.FileChanged), $"hooks are not told all that the call of '{judged.ToolName}' does to files: {missing}"));
        foreach (var access in accesses)
        {
            await TellAsync(FileAccesses.PointOf(access.Operation), access, context).ConfigureAwait(false);
            if (access.Operation != FileOperation.Read)
                await TellAsync(HookPoint.FileChanged, access, context).ConfigureAwait(false);
        }
    }

    private ValueTask TellAsync(HookPoint point, FileChange access, ToolCallContext context) => ShouldFire(point)
        ? ObserveAsync(point, new FileContext
        {
            Parent = context,
            Path = access.Path,
            Operation = access.Operation,
            PreviousPath = access.PreviousPath,

            // Of a result that was withheld or replaced, nothing is told here either.
            Content = access.Operation == FileOperation.Read && context.Outcome == ToolCallOutcome.Succeeded ? context.Result as string : access.Content,
            Replacements = access.Replacements,
            CallId = context.CallId,
            WorkingDirectory = context.WorkingDirectory,
        })
        : default;
}
