namespace Hooks.Analyzers.Tests.Rules;

public class Hook106ChangeIsLostTests
{
    private const string Id = "HOOK106";

    [Fact]
    public Task AChangeOfWhatIsOverIsFound() => Expect.FindAsync(
        Id,
        """
        static class Redaction
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static void Redact(ToolCallContext call) => [|call.Result|] = "[removed]";
        }
        """,
        "The hook 'Redact' changes Result at AfterToolCall, which only observes and comes too late, so that the change is lost; change it at ToolResultReady");

    [Theory]
    [InlineData("AfterToolCall", "ToolCallContext", "[|context.Arguments[\"x\"]|] = 1", "BeforeToolCall")]
    [InlineData("AfterToolCall", "ToolCallContext", "[|context.Arguments|].Remove(\"x\")", "BeforeToolCall")]
    [InlineData("AfterToolCall", "ToolCallContext", "[|context.Arguments|].ReplaceAll([])", "BeforeToolCall")]
    [InlineData("AfterToolCall", "ToolCallContext", "[|context.Arguments|] = []", "BeforeToolCall")]
    [InlineData("AfterToolCall", "ToolCallContext", "[|context.ErrorMessage|] ??= \"unknown\"", "ToolError")]
    [InlineData("AfterToolCall", "ToolCallContext", "[|context.Attempt|]++", "")]
    [InlineData("AfterToolDiscovery", "ToolDiscoveryContext", "[|context|].Narrow([\"read\"])", "BeforeToolDiscovery")]
    [InlineData("AfterStateRead", "StateContext", "[|context.Value|] = 1", "BeforeStateRead")]
    [InlineData("AfterStateWrite", "StateContext", "[|context.Value|] = 1", "BeforeStateWrite")]
    [InlineData("AfterTurn", "TurnContext", "[|context.Response|] += \"!\"", "AfterModelCall")]
    [InlineData("AfterTurn", "TurnContext", "[|context.Prompt|] = null", "BeforeTurn")]
    [InlineData("AfterAgentExecution", "AgentContext", "[|context.Response|] = \"\"", "BeforeAgentStop")]
    [InlineData("AfterCompaction", "CompactionContext", "[|context.Instructions|] = \"\"", "BeforeCompaction")]
    [InlineData("AfterEventEmit", "EventContext", "[|context.Metadata[\"x\"]|] = 1", "BeforeEventEmit")]
    [InlineData("ProviderSwitch", "ModelSwitchContext", "[|context.ToModel|] = \"\"", "ModelSwitch")]
    public async Task TheMessageSaysWhereItCounts(string point, string type, string change, string instead)
    {
        var source = $$"""
            static class Redaction
            {
                [Hook(HookPoint.{{point}})]
                internal static void Redact({{type}} context) => {{change}};
            }
            """;
        await Expect.FindAsync(Id, source);
        var found = Assert.Single(await Expect.OfAsync(Id, HookCompilation.Library(Markup.Parse(source).Text)));
        Assert.EndsWith(instead.Length == 0 ? "; only the host can say it" : "; change it at " + instead, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("if (context is ToolCallContext call) [|call.Result|] = null;")]
    [InlineData("var call = (ToolCallContext)context; [|call.Result|] = null;")]
    [InlineData("switch (context) { case ToolCallContext call: [|call.Result|] = null; break; }")]
    [InlineData("if (context is ToolCallContext { Arguments: var arguments }) [|arguments[\"x\"]|] = 1;")]
    [InlineData("if ((context as ToolCallContext)?.Arguments is { } arguments) [|arguments|].Clear();")]
    public Task TheContextIsRecognisedByAnyName(string body) => Expect.FindAsync(
        Id,
        $$"""
        static class Redaction
        {
            [Hook(HookPoint.AfterToolCall), Hook(HookPoint.AfterTurn)]
            internal static void Redact(HookContext context) { {{body}} }
        }
        """);

    [Theory]
    [InlineData("call.AddContext(\"slow\");")]
    [InlineData("call.Items[\"seen\"] = true;")]
    [InlineData("call.Items.Remove(\"seen\");")]
    [InlineData("var arguments = call.Arguments.Clone(); arguments[\"key\"] = \"***\"; Console.WriteLine(arguments);")]
    [InlineData("var arguments = new HookArguments(call.Arguments); arguments.Remove(\"key\"); Console.WriteLine(arguments);")]
    [InlineData("var other = new ToolCallContext { ToolName = call.ToolName, Arguments = call.Arguments }; other.Result = 1; Console.WriteLine(other);")]
    [InlineData("call = new ToolCallContext { ToolName = \"copy\" }; call.Result = 1; Console.WriteLine(call.Result);")]
    [InlineData("var result = call.Result; result = null; Console.WriteLine(result);")]
    [InlineData("var names = new List<string>(call.Arguments.Keys); names.Sort(); Console.WriteLine(names.Count);")]
    [InlineData("if (call.Result is List<string> lines) lines.Add(\"end\");")]
    [InlineData("call.Duration ??= TimeSpan.Zero;")]
    [InlineData("Console.WriteLine(call.Result ?? call.ErrorMessage);")]
    [InlineData("var saved = call.Result; try { call.Result = null; Console.WriteLine(call); } finally { call.Result = saved; }")]
    public Task WhatIsNoDataOfTheMomentIsFine(string body) => Expect.NothingAsync(
        Id,
        $$"""
        static class Audit
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static void Note(ToolCallContext call) { {{body}} }
        }
        """);

    [Fact]
    public Task WhereAChangeCountsItIsFine() => Expect.NothingAsync(
        Id,
        """
        [HookPoint("deploy.collect")]
        public sealed class CollectContext : CustomHookContext
        {
            public string? Answer { get; set; }
        }

        static class Changes
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static void AtABlockingPoint(ToolCallContext call) => call.Arguments["x"] = 1;

            [Hook(HookPoint.AfterModelCall)]
            internal static HookResult AfterAModelCall(ModelCallContext call)
            {
                call.ResponseText = "";
                return HookResult.Modified;
            }

            [Hook(HookPoint.BeforePromptBuild)]
            internal static void BeforeAPromptIsBuilt(PromptContext prompt) => prompt.SystemPrompt += "Be brief.";

            [Hook(HookPoint.MessageReceived)]
            internal static void BeforeATurnFollows(TurnContext turn) => turn.Prompt = turn.Prompt?.Trim();

            [Hook(HookPoint.StreamEnd)]
            internal static void BeforeAModelCallEnds(ModelCallContext call) => call.Messages.Add(new("assistant", ""));

            [Hook(HookPoint.BeforeToolCall), Hook(HookPoint.AfterToolCall)]
            internal static void AtOneOfItsPoints(ToolCallContext call) => call.Arguments.Remove("secret");

            [Hook<CollectContext>]
            internal static void AtACustomPoint(CollectContext collect) => collect.Answer = "yes";

            internal static void NoHook(ToolCallContext call) => call.Result = null;
        }
        """);

    [Fact]
    public Task AListThatMayBeTheHostsIsFine() => Expect.NothingAsync(
        Id,
        """
        static class History
        {
            [Hook(HookPoint.AfterEventEmit)]
            internal static void Note(EventContext published) => (published.Data as List<string>)?.Add("seen");
        }
        """);

    [Fact]
    public Task EveryChangeIsFound() => Expect.FindAsync(
        Id,
        """
        static class Redaction
        {
            [Hook(HookPoint.AfterToolCall)]
            internal static async Task Redact(ToolCallContext call)
            {
                await Task.Yield();
                ([|call.Result|], [|call.ErrorMessage|]) = (null, null);
                await Task.Run(() => [|call.Arguments|].Clear());
            }
        }
        """);
}
