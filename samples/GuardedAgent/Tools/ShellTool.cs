using System.Diagnostics;
using GuardedAgent.Scratch;
using Hooks;

namespace GuardedAgent.Tools;

/// <summary>Runs a command in the system's shell, with a time limit and in an environment of its own.</summary>
internal sealed class ShellTool(ScratchFolder scratch, TimeSpan timeLimit) : ITool
{
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    public string Name => "run_shell";

    public bool IsReadOnly => false;

    public async ValueTask<string> RunAsync(HookArguments arguments, CancellationToken cancellationToken)
    {
        if (!arguments.TryGetString("command", out var command))
            throw new ToolException("the argument 'command' is missing");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        using var shell = Process.Start(StartInfo(command)) ?? throw new ToolException("the shell does not start");
        shell.StandardInput.Close();
        var output = new BoundedOutput(shell.StandardOutput);
        var errors = new BoundedOutput(shell.StandardError);
        try
        {
            await shell.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            shell.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"took longer than {timeLimit.TotalSeconds:0.#} s and was killed");
        }

        // A process that the command left behind may hold the pipes open for ever.
        var text = await output.ReadAsync(OutputGrace) + await errors.ReadAsync(OutputGrace);
        return shell.ExitCode == 0 ? text : throw new ToolException($"exit code {shell.ExitCode}:\n{text.Trim()}");
    }

    private ProcessStartInfo StartInfo(string command)
    {
        var start = new ProcessStartInfo
        {
            FileName = OperatingSystem.IsWindows() ? "cmd.exe" : "/bin/sh",
            WorkingDirectory = scratch.Project,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // cmd takes the rest of its line as it is; quoting it as an argument would change the command.
        if (OperatingSystem.IsWindows())
        {
            start.Arguments = $"/d /s /c \"{command}\"";
        }
        else
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(command);
        }

        // The agent's commands have no business with the variables of whoever started it.
        start.Environment.Clear();
        foreach (var (name, value) in scratch.Environment)
            start.Environment[name] = value;
        return start;
    }
}
