namespace Hooks.Analyzers.Tests.Rules;

public class Hook203ConstantVerdictTests
{
    private const string Id = "HOOK203";

    [Fact]
    public Task AHookThatNeverObjectsIsFound() => Expect.FindAsync(
        Id,
        """
        static class Audit
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static [|HookResult|] Note(ToolCallContext call)
            {
                if (call.IsReadOnly)
                    return HookResult.Continue;
                Console.WriteLine(call.ToolName);
                return HookResult.Continue;
            }
        }
        """,
        "The hook 'Note' answers Continue on every path, so that it judges nothing; return void, with OnFailure = Block if its failure has to stop what happens");

    [Theory]
    [InlineData("ValueTask")]
    [InlineData("Task")]
    public Task AnAsynchronousOneReturnsItsTask(string task) => Expect.FindAsync(
        Id,
        $$"""
        static class Audit
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static async [|{{task}}<HookResult>|] Note(ToolCallContext call, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Delay(1, cancellationToken);
                return HookResult.Continue;
            }
        }
        """,
        $"The hook 'Note' answers Continue on every path, so that it judges nothing; return {task}, with OnFailure = Block if its failure has to stop what happens");

    [Fact]
    public Task AllowingEverythingIsFound() => Expect.FindAsync(
        Id,
        """
        static class Permissions
        {
            [Hook(HookPoint.PermissionRequest)]
            internal static HookResult Grant(PermissionContext request)
            {
                Console.WriteLine(request.ToolName);
                return [|HookResult.Allow("fine")|];
            }
        }
        """,
        "The hook 'Grant' answers Allow on every path, so that nobody is asked about any tool; name the tools with Tools, or answer Continue where someone else should decide");

    [Theory]
    [InlineData("[|HookResult|]", "=> HookResult.Continue;")]
    [InlineData("[|HookResult|]", "=> HookResult.Skipped;")]
    [InlineData("[|HookResult|]", "=> call.IsReadOnly ? HookResult.Continue : default;")]
    [InlineData("[|ValueTask<HookResult>|]", "=> new(HookResult.Continue);")]
    [InlineData("[|ValueTask<HookResult>|]", "=> default;")]
    [InlineData("[|ValueTask<HookResult>|]", "=> new ValueTask<HookResult>();")]
    [InlineData("[|Task<HookResult>|]", "=> Task.FromResult(HookResult.Continue);")]
    [InlineData("[|HookResult|]", "{ try { Console.WriteLine(call); return HookResult.Continue; } catch (Exception) { return HookResult.Continue; } }")]
    [InlineData("[|HookResult|]", "{ var answer = HookResult.Continue; foreach (var name in call.Arguments.Keys) Console.WriteLine(name); return answer; }")]
    [InlineData("[|HookResult|]", "{ call.AddContext(\"mind the budget\"); call.Items[\"seen\"] = true; return HookResult.Continue; }")]
    public Task NeverObjectingIsFoundInAnyForm(string returns, string body) => Expect.FindAsync(
        Id,
        $$"""
        static class Audit
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static {{returns}} Note(ToolCallContext call) {{body}}
        }
        """);

    [Theory]
    [InlineData("=> HookResult.Cancel(\"frozen\");")]
    [InlineData("=> HookResult.Ask();")]
    [InlineData("{ call.Arguments[\"dry_run\"] = true; return HookResult.Modified; }")]
    [InlineData("=> call.IsReadOnly ? HookResult.Continue : HookResult.Skipped;")]
    [InlineData("=> call.IsReadOnly ? HookResult.Continue : HookResult.Cancel(\"no\");")]
    [InlineData("=> Judge(call);")]
    [InlineData("=> Judge(call).IsCancel ? Judge(call) : HookResult.Continue;")]
    [InlineData("{ if (call.IsReadOnly) throw new InvalidOperationException(); return HookResult.Continue; }")]
    [InlineData("{ ArgumentException.ThrowIfNullOrEmpty(call.CallId); return HookResult.Continue; }")]
    [InlineData("=> call.CallId is null ? throw new InvalidOperationException() : HookResult.Continue;")]
    [InlineData("=> throw new InvalidOperationException();")]
    [InlineData("{ call.Arguments.Remove(\"x\"); return HookResult.Continue; }")]
    [InlineData("{ if (call.Items[\"verdict\"] is HookResult verdict) return verdict; return HookResult.Continue; }")]
    [InlineData("{ HookResult verdict = default; Judge(call, ref verdict); return verdict; }")]
    [InlineData("{ HookResult verdict = default; void Object() => verdict = Judge(call); Object(); return verdict; }")]
    [InlineData("{\n#if STRICT\n    if (!call.IsReadOnly) return HookResult.Cancel(\"no\");\n#endif\n    return HookResult.Continue; }")]
    public Task AVerdictThatMeansSomethingIsFine(string body) => Expect.NothingAsync(
        Id,
        $$"""
        static class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Check(ToolCallContext call) {{body}}

            private static HookResult Judge(ToolCallContext call) => call.IsReadOnly ? HookResult.Continue : HookResult.Cancel("no");

            private static void Judge(ToolCallContext call, ref HookResult verdict) => verdict = Judge(call);
        }
        """);

    [Theory]
    [InlineData("{ Demand(call); return HookResult.Continue; }")]
    [InlineData("{ Demand(call.ToolName); return HookResult.Continue; }")]
    [InlineData("{ var name = call.ToolName; _ = new Policy(name); return HookResult.Continue; }")]
    [InlineData("{ call.Note(); return HookResult.Continue; }")]
    [InlineData("{ Report(call); return HookResult.Continue; }")]
    [InlineData("{ Policy.EnsureOpen(); return HookResult.Continue; }")]
    [InlineData("{ Guard.Against(); return HookResult.Continue; }")]
    [InlineData("{ System.Diagnostics.Debug.Assert(call.IsReadOnly); return HookResult.Continue; }")]
    [InlineData("{ System.ComponentModel.DataAnnotations.Validator.ValidateObject(call, new(call)); return HookResult.Continue; }")]
    public async Task WhatMayJudgeByExceptionIsFine(string body)
    {
        await Expect.NothingAsync(Id, Judging("BeforeToolCall", "ToolCallContext", body));
        await Expect.NothingAsync(Id, Judging("PermissionRequest", "PermissionContext", body.Replace("Continue", "Allow()", StringComparison.Ordinal).Replace("call.IsReadOnly", "call.ToolName == \"Read\"", StringComparison.Ordinal)));
    }

    private static string Judging(string point, string context, string body) =>
        $$"""
        static class Guards
        {
            [Hook(HookPoint.{{point}})]
            internal static HookResult Check({{context}} call) {{body}}

            private static readonly Action<object> Report = Console.WriteLine;

            private static void Demand(object value) { if (value.ToString() == "rm") throw new UnauthorizedAccessException(); }
        }

        sealed class Policy
        {
            public Policy(string name) { }

            public static void EnsureOpen() { }
        }

        static class Guard { public static void Against() { } }

        static class Notes { public static void Note(this HookContext context) { } }
        """;

    [Fact]
    public async Task CodeOfOthersThatKnowsHooksMayJudge()
    {
        var library = (HookCompilation.Library("namespace Lib; public static class Screen { public static void Look(HookContext context) { } public static void Count(string name) { } }") with { AssemblyName = "Lib" }).Compile();
        string Hook(string call) => $$"""static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static HookResult Check(ToolCallContext call) { {{call}}; return HookResult.Continue; } }""";

        Assert.Empty(await Expect.OfAsync(Id, HookCompilation.Library(Hook("Lib.Screen.Look(call)")).WithLibraries(library)));
        Assert.Single(await Expect.OfAsync(Id, HookCompilation.Library(Hook("Lib.Screen.Count(call.ToolName)")).WithLibraries(library)));
    }

    [Theory]
    [InlineData("OnFailure = HookFailurePolicy.Block", false)]
    [InlineData("OnFailure = HookFailurePolicy.Throw", false)]
    [InlineData("OnFailure = HookFailurePolicy.Continue", true)]
    [InlineData("OnFailure = HookFailurePolicy.Default", true)]
    public async Task AFailureThatIsMeantToCountIsAJudgement(string setting, bool isFound)
    {
        var found = await Expect.OfAsync(Id, HookCompilation.Library($$"""static class Guards { [Hook(HookPoint.BeforeToolCall, {{setting}})] internal static HookResult Check(ToolCallContext call) { Console.WriteLine(call); return HookResult.Continue; } }"""));
        Assert.Equal(isFound, !found.IsEmpty);
    }

    [Theory]
    [InlineData("null!")]
    [InlineData("default!")]
    [InlineData("default(Task<HookResult>)!")]
    public Task ANullTaskDenies(string task) => Expect.NothingAsync(
        Id,
        $$"""static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static Task<HookResult> Check(ToolCallContext call) { if (call.ToolName == "rm") return {{task}}; return Task.FromResult(HookResult.Continue); } }""");

    [Fact]
    public Task AllowThatIsNotAllowedAllowsNothing() => Expect.NothingAsync(
        Id, "static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static HookResult Check(ToolCallContext call) => HookResult.Allow(); }");

    [Fact]
    public Task AllowingAllButWhatIsRefusedIsFine() => Expect.NothingAsync(
        Id,
        """
        static class Permissions
        {
            [Hook(HookPoint.PermissionRequest)]
            internal static HookResult YesToReads(PermissionContext request)
            {
                if (!request.ToolName.StartsWith("read"))
                    throw new InvalidOperationException();
                return HookResult.Allow();
            }
        }
        """);

    [Fact]
    public Task ASignatureThatIsGivenIsFine() => Expect.NothingAsync(
        Id,
        """
        interface IGuard
        {
            HookResult Check(ToolCallContext call);
        }

        class OpenGuard : IGuard
        {
            [Hook(HookPoint.BeforeToolCall)]
            public HookResult Check(ToolCallContext call) => HookResult.Continue;

            [Hook(HookPoint.BeforeToolCall)]
            internal virtual HookResult CheckMore(ToolCallContext call) => HookResult.Continue;
        }

        sealed class StillOpenGuard : OpenGuard
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal override HookResult CheckMore(ToolCallContext call) => HookResult.Continue;
        }
        """);

    [Fact]
    public Task AllowingSomeIsFine() => Expect.NothingAsync(
        Id,
        """
        static class Permissions
        {
            [Hook(HookPoint.PermissionRequest, Tools = "@read|@search")]
            internal static HookResult Reading(PermissionContext request) => HookResult.Allow();

            [Hook(HookPoint.PermissionRequest)]
            internal static HookResult Harmless(PermissionContext request) => request.Arguments.Count == 0 ? HookResult.Allow() : HookResult.Continue;
        }
        """);
}
