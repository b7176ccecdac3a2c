using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Hooks.TestKit;

/// <summary>What one run of the generator has made.</summary>
public sealed class GeneratorResult
{
    private readonly HookCompilation _project;

    internal GeneratorResult(HookCompilation project, Compilation output, GeneratorRunResult run)
    {
        _project = project;
        Output = output;
        Run = run;
    }

    /// <summary>The compilation with what was generated.</summary>
    public Compilation Output { get; }

    /// <summary>The driver's own account, with all tracked steps.</summary>
    public GeneratorRunResult Run { get; }

    /// <summary>The text of the one generated file; null if there is none.</summary>
    public string? Source => Run.GeneratedSources.IsDefaultOrEmpty ? null : Run.GeneratedSources.Single().SourceText.ToString();

    /// <summary>The reasons of every named step, and of the output.</summary>
    public StepReport Steps => new(Run);

    /// <summary>The values that a named step has put out.</summary>
    public IEnumerable<object?> Values(string step) =>
        Run.TrackedSteps.TryGetValue(step, out var steps)
            ? steps.SelectMany(run => run.Outputs).Select(output => (object?)output.Value)
            : [];

    /// <summary>Errors and warnings of generator and compiler.</summary>
    public ImmutableArray<Diagnostic> Problems =>
        [.. Run.Diagnostics.Concat(Output.GetDiagnostics()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Asserts that the generator did not fail, and that all compiles without an error or a warning.</summary>
    public GeneratorResult AssertClean()
    {
        var problems = Problems;
        if (Run.Exception is null && problems.IsEmpty)
            return this;
        throw new TestKitException($"{Run.Exception}{string.Join("\n", problems)}\n\n{NumberedSource()}");
    }

    /// <summary>Compiles; fails with the compiler's errors.</summary>
    public CompiledAssembly Compile()
    {
        using var image = new MemoryStream();
        var emitted = Output.Emit(image);
        if (!emitted.Success)
            throw new TestKitException($"{string.Join("\n", emitted.Diagnostics)}\n\n{NumberedSource()}");
        return new(_project.AssemblyName, [.. image.ToArray()], _project.Libraries);
    }

    /// <summary>Asserts that all is well, compiles, and loads.</summary>
    public LoadedProgram Load() => AssertClean().Compile().Load();

    private string NumberedSource()
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var line in (Source ?? "(nothing was generated)").Split('\n'))
            text.Append($"{++number,5} ").AppendLine(line);
        return text.ToString();
    }
}
