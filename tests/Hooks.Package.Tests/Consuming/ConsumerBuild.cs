using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hooks.Native.Tests;

namespace Hooks.Package.Tests.Consuming;

/// <summary>What a build has said.</summary>
internal sealed partial record ConsumerBuild(ProgramRun Run)
{
    /// <summary>What a failed test shows of it.</summary>
    public string Complaints => string.Join('\n', Lines.Where(line => line.Contains(" error ", StringComparison.Ordinal) || line.Contains(" warning ", StringComparison.Ordinal)).Distinct()) + Run.Errors;

    public ImmutableArray<string> Lines { get; } = [.. Run.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())];

    /// <summary>Its errors and warnings, each once.</summary>
    public ImmutableArray<ConsumerDiagnostic> Diagnostics { get; } =
    [
        .. Pattern.Matches(Run.Output).Select(match => new ConsumerDiagnostic(
            Path.GetFileNameWithoutExtension(match.Groups["project"].Value), Path.GetFileName(match.Groups["file"].Value.Trim()),
            match.Groups["line"] is { Success: true, Value: var line } ? int.Parse(line, null) : 0,
            match.Groups["severity"].Value, match.Groups["id"].Value, match.Groups["message"].Value)).Distinct(),
    ];

    public IEnumerable<ConsumerDiagnostic> Of(string project) => Diagnostics.Where(diagnostic => diagnostic.Project == project);

    [GeneratedRegex(@"(?m)^(?<file>[^\r\n(]*?)(\((?<line>\d+),\d+\))? ?: (?<severity>error|warning) (?<id>[A-Z]+\d+): (?<message>[^\r\n]*?) \[(?<project>[^\]\r\n:]*?\.csproj)[^\]\r\n]*\]\r?$")]
    private static partial Regex Pattern { get; }
}

internal sealed record ConsumerDiagnostic(string Project, string File, int Line, string Severity, string Id, string Message);
