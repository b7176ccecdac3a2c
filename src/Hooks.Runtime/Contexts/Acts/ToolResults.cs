using System.Diagnostics.CodeAnalysis;

namespace Hooks;

/// <summary>Reads what has come of a call, so that one hook reads the same result from every coding agent.</summary>
public static class ToolResults
{
    /// <summary>The result of a command, at the points behind the call.</summary>
    /// <param name="call">The call. It is read as it stands; after a hook has changed the result, read it again.</param>
    /// <param name="result">The result, or null.</param>
    /// <returns>False if the tool runs no command, or if there is no result, or none in a shape that a known agent gives it.</returns>
    public static bool TryGetShellResult(this ToolCallContext call, [NotNullWhen(true)] out ShellResult? result)
    {
        ArgumentNullException.ThrowIfNull(call);
        result = call.GetAct() is { Kind: ToolActKind.Shell } ? ShellResultReader.Read(call.Result, call.Outcome == ToolCallOutcome.Failed ? call.ErrorMessage : null) : null;
        return result is not null;
    }
}
