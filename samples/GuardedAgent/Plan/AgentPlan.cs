namespace GuardedAgent.Plan;

/// <summary>The recorded tool calls of an agent, in the place of a model that would choose them.</summary>
/// <param name="Steps">The calls.</param>
/// <param name="Errors">The lines that could not be read, as <c>FILE:LINE: reason</c>.</param>
internal sealed record AgentPlan(IReadOnlyList<PlanStep> Steps, IReadOnlyList<string> Errors)
{
    private const string Everyday = "plans/everyday.jsonl";

    /// <summary>Reads a plan.</summary>
    /// <param name="path">The file; null for the plan that comes with the program.</param>
    public static AgentPlan Load(string? path)
    {
        // The file beside the program wins, so that it can be edited; a native binary that was moved has its own copy.
        path ??= Path.Combine(AppContext.BaseDirectory, Everyday) is var beside && File.Exists(beside) ? beside : null;
        using var stream = path is null ? typeof(AgentPlan).Assembly.GetManifestResourceStream(Everyday)! : File.OpenRead(path);
        using var reader = new StreamReader(stream);
        return Read(reader, path ?? Everyday);
    }

    /// <summary>Reads a plan, a line at a time; lines that make no sense are left out and reported.</summary>
    public static AgentPlan Read(TextReader reader, string name)
    {
        var steps = new List<PlanStep>();
        var errors = new List<string>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (PlanLine.TryParse(line, out var step, out var error))
                steps.Add(step);
            else
                errors.Add($"{name}:{number}: {error}");
        }

        return new(steps, errors);
    }
}
