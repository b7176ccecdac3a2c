namespace Hooks.Benchmarks.Processes;

/// <summary>A program, and what comes before its own arguments.</summary>
internal sealed record ProgramToStart(string File, params string[] Arguments);
