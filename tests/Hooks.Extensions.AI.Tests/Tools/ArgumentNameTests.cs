using Microsoft.Extensions.AI;

namespace Hooks.Extensions.AI.Tests.Tools;

/// <summary>Arguments in the form in which a function understands them: however their names are written, and with values of their own kind.</summary>
public sealed class ArgumentNameTests
{
    private static readonly AIFunction Shell = AIFunctionFactory.Create((string command) => $"ran {command}", "shell");

    [Fact]
    public async Task A_guard_finds_an_argument_by_the_functions_own_name()
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call =>
            call.Arguments.TryGetString("command", out var command) && command == "rm" ? HookResult.Cancel("no") : HookResult.Continue);
        var hooked = Shell.WithHooks(scene.Dispatcher);
        Assert.Equal("no", await hooked.InvokeAsync(IgnoringCase("Command", "rm")));
        Assert.Equal("ran ls", FunctionTests.Text(await hooked.InvokeAsync(IgnoringCase("COMMAND", "ls"))));
    }

    [Fact]
    public async Task A_changed_argument_reaches_the_function_whatever_it_was_called()
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => { call.Arguments["command"] = "ls"; return HookResult.Modified; });
        Assert.Equal("ran ls", FunctionTests.Text(await Shell.WithHooks(scene.Dispatcher).InvokeAsync(IgnoringCase("Command", "rm"))));
    }

    [Fact]
    public async Task Where_case_counts_names_stay_as_they_are()
    {
        string? seen = null;
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call => { seen = call.Arguments.ToJson(); return HookResult.Cancel("no"); });
        await Shell.WithHooks(scene.Dispatcher).InvokeAsync(new() { ["Command"] = "a", ["command"] = "b" });
        Assert.Equal("""{"Command":"a","command":"b"}""", seen);
    }

    [Fact]
    public async Task A_changed_number_stays_of_the_kind_that_it_was()
    {
        await using var scene = new Scene().OnTool(HookPoint.BeforeToolCall, call =>
        {
            call.Arguments["a"] = 5;
            call.Arguments["b"] = 6;
            call.Arguments["c"] = 7;
            call.Arguments["d"] = false;
            return HookResult.Modified;
        });
        var kinds = new Kinds();
        var result = await kinds.WithHooks(scene.Dispatcher).InvokeAsync(new() { ["a"] = 1, ["b"] = 2L, ["c"] = 3.5, ["d"] = true });
        Assert.Equal("Int32 5, Int64 6, Double 7, Boolean False", result);
    }

    private sealed class Kinds : AIFunction
    {
        public override string Name => "kinds";

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
            new(string.Join(", ", arguments.OrderBy(argument => argument.Key, StringComparer.Ordinal).Select(argument => $"{argument.Value!.GetType().Name} {argument.Value}")));
    }

    private static AIFunctionArguments IgnoringCase(string name, string value) => new(StringComparer.OrdinalIgnoreCase) { [name] = value };
}
