using System.Text.Json;
using System.Text.RegularExpressions;
using GuardedAgent;
using Samples.Screen;

namespace Hooks.Samples.Tests.GuardedAgentRuns;

/// <summary>One run of the sample within the test's process, and what it left behind.</summary>
internal sealed partial class AgentRun : IDisposable
{
    private AgentRun(int exitCode, string output, string errors)
    {
        ExitCode = exitCode;
        Output = output;
        Errors = errors;
        Folder = FolderLine.Match(output).Groups[1].Value;
        Audit = Folder.Length == 0 ? [] : [.. File.ReadLines(Path.Combine(Folder, "audit.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public int ExitCode { get; }

    public string Output { get; }

    public string Errors { get; }

    /// <summary>The scratch folder; empty if none was made.</summary>
    public string Folder { get; }

    public IReadOnlyList<JsonElement> Audit { get; }

    public static Task<AgentRun> StartAsync(params string[] arguments) => StartAsync(new StringWriter(), default, arguments);

    public static async Task<AgentRun> StartAsync(StringWriter output, CancellationToken cancellationToken, params string[] arguments)
    {
        var errors = new StringWriter();
        var terminal = new Terminal(output, errors, Input: null, Width: 100, HasColours: false);
        var exitCode = await AgentProgram.RunAsync(arguments, terminal, cancellationToken);
        return new(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>Runs a plan made of these lines.</summary>
    public static Task<AgentRun> OfPlanAsync(params string[] lines) => OfPlanAsync(new StringWriter(), default, lines);

    public static async Task<AgentRun> OfPlanAsync(StringWriter output, CancellationToken cancellationToken, params string[] lines)
    {
        var plan = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        await File.WriteAllLinesAsync(plan, lines, CancellationToken.None);
        try
        {
            return await StartAsync(output, cancellationToken, "--plan", plan);
        }
        finally
        {
            File.Delete(plan);
        }
    }

    /// <summary>A line of a plan that runs a shell command.</summary>
    public static string Shell(string command) => $$"""{"tool": "run_shell", "arguments": {"command": "{{JsonEncodedText.Encode(command)}}" } }""";

    public IEnumerable<JsonElement> AuditOf(HookPoint point) => Audit.Where(line => line.GetProperty("point").GetString() == point.ToString());

    /// <summary>The timeline's line of a call and the one behind it.</summary>
    public string TimelineOf(string arguments)
    {
        var lines = Output.Split('\n');
        var at = Array.FindIndex(lines, line => line.Contains($"  {arguments} ", StringComparison.Ordinal));
        Assert.True(at >= 0, $"'{arguments}' is not in the timeline:\n{Output}");
        return $"{lines[at]}\n{lines[at + 1]}";
    }

    public void Dispose()
    {
        if (Folder.Length == 0)
            return;

        // Git makes its objects read-only, which Windows does not delete.
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories))
            file.Attributes = FileAttributes.Normal;
        Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex(@"(?m)^folder  (.+?)\r?$")]
    private static partial Regex FolderLine { get; }
}
