using Hooks.Commands.Native.Tests.Matrix;
using Xunit.Abstractions;

namespace Hooks.Commands.Native.Tests.Native;

// Guards what each agent does with the answer of the program that a user publishes: every case, also those that hold it up.
[Collection(PublishedGuardTests.Name)]
public sealed class NativeMatrixTests(PublishedGuard guard, ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. AllCases.List.Select(at => at.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_agent_does_what_the_hook_said(string name)
    {
        if (guard.Program is not { } program)
        {
            output.WriteLine("Not run: there is no linker for a native build (clang or gcc).");
            return;
        }

        var at = AllCases.List.Single(at => at.Name == name);
        var run = await GuardRun.OfAsync(program, at.Args, at.Input);
        if (at.Fault(run.ExitCode, run.Output, run.Errors) is { } fault)
            Assert.Fail(fault);
    }
}
