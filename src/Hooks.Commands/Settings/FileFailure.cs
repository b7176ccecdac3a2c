using System.Runtime.InteropServices;

namespace Hooks.Commands;

/// <summary>Why something cannot be done with a file, in the system's words: in a published program the framework has no messages, but keys for them.</summary>
internal static class FileFailure
{
    /// <summary>The reason, without the path.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        PathTooLongException => "the path is too long",
        _ when !OperatingSystem.IsWindows() && (failure.InnerException ?? failure).HResult is > 0 and var number => Marshal.GetPInvokeErrorMessage(number),
        UnauthorizedAccessException => "that is not allowed",
        _ => failure.Message,
    };
}
