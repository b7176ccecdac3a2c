using Hooks.Commands.Tests.Acceptors.Claude;
using Hooks.Commands.Tests.Acceptors.Codex;
using Hooks.Commands.Tests.Acceptors.Copilot;
using Hooks.Commands.Tests.Acceptors.Cursor;
using Hooks.Commands.Tests.Acceptors.Gemini;
using NativeGuard;

namespace Hooks.Commands.Native.Tests.Matrix;

// Guards what each agent does with the guard's answer, in process: every case but those that hold up the whole program.
public sealed class MatrixTests
{
    public static TheoryData<string> Names => [.. AllCases.List.Where(at => !at.Hangs).Select(at => at.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_agent_does_what_the_hook_said(string name)
    {
        var at = AllCases.List.Single(at => at.Name == name);
        var output = new MemoryStream();
        var errors = new StringWriter();
        var spoken = Console.Error;
        int exitCode;
        try
        {
            Console.SetError(errors);
            exitCode = await CommandHost.RunAsync(at.Args, GuardHooks.CreateDispatcher(), new() { Input = new MemoryStream(at.Input), Output = output, Error = errors });
        }
        finally
        {
            Console.SetError(spoken);
        }

        // What a hook prints stays on the tests' console here: only the process of its own sends it to standard error.
        var judged = at.Order.StartsWith("print: ", StringComparison.Ordinal) ? at with { Says = null } : at;
        if (judged.Fault(exitCode, output.ToArray(), errors.ToString()) is { } fault)
            Assert.Fail(fault);
    }

    [Fact]
    public void Every_event_of_every_agent_has_a_case()
    {
        var events = ClaudeLaw.Events.Select(name => $"claude {name}")
            .Concat(CodexAcceptor.Events.Select(name => $"codex {name}"))
            .Concat(GeminiAcceptor.Events.Select(name => $"gemini {name}"))
            .Concat(CopilotAcceptor.Events.Select(name => $"copilot {name}"))
            .Concat(CursorAcceptor.Events.Select(name => $"cursor {name}"));
        Assert.Equal([], events.Except(AllCases.List.Select(at => $"{at.Agent} {at.EventName}")));
    }
}
