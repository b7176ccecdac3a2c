using System.Diagnostics;

namespace Hooks.Package.Tests.Consuming;

/// <summary>A program with hooks for coding agents, as an agent or a person starts it.</summary>
internal sealed class GuardProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    public GuardProcess(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("HOOKS_LOG");
        start.Environment.Remove("HOOKS_TOKEN");
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public async Task<string> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await _errors);

    /// <summary>Hands it its input, and waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync(string input)
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, output, await _errors);
    }

    /// <summary>Asks it to end, as the system does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(null as IFormatProvider)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
