using System.Text;

namespace Hooks.Commands.Tests.Verbs;

/// <summary>Runs a verb as a person would.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">Its results.</param>
/// <param name="Error">Its remarks.</param>
internal sealed record VerbRun(int ExitCode, string Output, string Error)
{
    public static VerbRun Of(HookDispatcher dispatcher, params string[] args) => WithLog(dispatcher, null, args);

    public static VerbRun WithLog(HookDispatcher dispatcher, string? log, params string[] args)
    {
        var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };
        var run = CommandHost.RunAsync(args, dispatcher, new() { Output = output, Error = error, LogPath = log });
        Assert.True(run.IsCompletedSuccessfully);
        return new(run.Result, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
