namespace Hooks.Analyzers.Tests.Rules;

public class Hook204ChangeWithoutModifiedTests
{
    private const string Id = "HOOK204";

    [Fact]
    public Task ContinueAfterAChangeIsFound() => Expect.FindAsync(
        Id,
        """
        static class Limits
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Limit(ToolCallContext call)
            {
                if (!call.Arguments.ContainsKey("timeout"))
                    call.Arguments["timeout"] = 30;
                return [|HookResult.Continue|];
            }
        }
        """,
        "The hook 'Limit' changes Arguments and then answers Continue, so that the verdict does not tell of the change; answer HookResult.Modified");

    [Fact]
    public Task NarrowingIsAChange() => Expect.FindAsync(
        Id,
        """
        static class Choice
        {
            [Hook(HookPoint.BeforeToolDiscovery)]
            internal static HookResult ReadOnly(ToolDiscoveryContext tools)
            {
                tools.Narrow(["read_file"]);
                return [|HookResult.Continue|];
            }
        }
        """,
        "The hook 'ReadOnly' calls Narrow and then answers Continue, so that the verdict does not tell of the change; answer HookResult.Modified");

    [Theory]
    [InlineData("call.Arguments[\"x\"] = 1; return [|HookResult.Continue|];")]
    [InlineData("call.Arguments[\"x\"] = 1; return [|default|];")]
    [InlineData("call.Arguments[\"x\"] = 1; return [|HookResult.Skipped|];")]
    [InlineData("call.Arguments.Remove(\"x\"); return [|HookResult.Continue|];")]
    [InlineData("call.Arguments[\"x\"] = call.IsReadOnly ? 1 : 2; return [|HookResult.Continue|];")]
    [InlineData("call.Arguments[\"x\"] = 1; return call.IsReadOnly ? [|HookResult.Continue|] : HookResult.Ask();")]
    [InlineData("call.Arguments[\"x\"] = 1; return call.ToolName switch { \"rm\" => HookResult.Cancel(\"no\"), _ => [|HookResult.Continue|] };")]
    [InlineData("call.Arguments[\"x\"] = 1; if (call.IsReadOnly) return [|HookResult.Continue|]; Console.WriteLine(call); return [|HookResult.Continue|];")]
    [InlineData("if (call.IsReadOnly) return HookResult.Continue; call.Arguments[\"x\"] = 1; return [|HookResult.Continue|];")]
    [InlineData("if (call.IsReadOnly) { call.Arguments = []; return [|HookResult.Continue|]; } return HookResult.Modified;")]
    [InlineData("var answer = [|HookResult.Continue|]; call.Arguments[\"x\"] = 1; return answer;")]
    [InlineData("foreach (var name in new List<string>(call.Arguments.Keys)) call.Arguments[name] = null; return [|HookResult.Continue|];")]
    [InlineData("try { call.Arguments[\"x\"] = 1; } finally { Console.WriteLine(call); } return [|HookResult.Continue|];")]
    [InlineData("var arguments = call.Arguments; arguments[\"x\"] = 1; return [|HookResult.Continue|];")]
    [InlineData("if (call.Arguments.TryGetArguments(\"env\", out var env)) env[\"HOME\"] = \"/\"; return [|HookResult.Continue|];")]
    [InlineData("call.Result ??= 1; return [|HookResult.Continue|];")]
    [InlineData("call.Attempt++; return [|HookResult.Continue|];")]
    [InlineData("call.Arguments[\"x\"] = 1; return Told(); HookResult Told() => [|HookResult.Continue|];")]
    public Task ItIsFoundOnThePathOfTheChange(string body) => Expect.FindAsync(
        Id,
        $$"""
        static class Changes
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Change(ToolCallContext call) { {{body}} }
        }
        """);

    [Theory]
    [InlineData("call.Arguments[\"x\"] = 1; return HookResult.Modified;")]
    [InlineData("call.Arguments[\"x\"] = 1; return HookResult.Ask();")]
    [InlineData("if (call.IsReadOnly) return HookResult.Continue; call.Arguments[\"x\"] = 1; return HookResult.Modified;")]
    [InlineData("if (call.IsReadOnly) { call.Arguments[\"x\"] = 1; return HookResult.Modified; } return HookResult.Continue;")]
    [InlineData("var before = call.Result; call.Result = Redact(before); return Equals(before, call.Result) ? HookResult.Continue : HookResult.Modified;")]
    [InlineData("var changed = false; foreach (var name in new List<string>(call.Arguments.Keys)) { call.Arguments[name] = null; changed = true; } return changed ? HookResult.Modified : HookResult.Continue;")]
    [InlineData("var asks = false; if (call.IsReadOnly) { call.Arguments[\"x\"] = 1; asks = true; } if (asks) return HookResult.Ask(); return HookResult.Continue;")]
    [InlineData("return call.Arguments.Remove(\"x\") ? HookResult.Modified : HookResult.Continue;")]
    [InlineData("if (!call.Arguments.Remove(\"x\")) return HookResult.Continue; return HookResult.Ask();")]
    [InlineData("var answer = HookResult.Continue; if (call.IsReadOnly) { call.Arguments[\"x\"] = 1; answer = HookResult.Modified; } return answer;")]
    [InlineData("call.Arguments[\"x\"] = 1; return Judge(call);")]
    [InlineData("try { call.Result = int.Parse(\"1\"); return HookResult.Modified; } catch (FormatException) { return HookResult.Continue; }")]
    [InlineData("try { call.Result = int.Parse(\"1\"); return HookResult.Ask(); } catch (FormatException) { return HookResult.Continue; }")]
    [InlineData("var kept = call.Result; call.Result = null; Console.WriteLine(call); call.Result = kept; return HookResult.Continue;")]
    [InlineData("var kept = call.Result; try { call.Result = null; Console.WriteLine(call); } finally { call.Result = kept; } return HookResult.Continue;")]
    [InlineData("var arguments = call.Arguments.Clone(); arguments[\"x\"] = 1; Console.WriteLine(arguments); return HookResult.Continue;")]
    [InlineData("call.AddContext(\"careful\"); call.Items[\"seen\"] = true; return HookResult.Continue;")]
    [InlineData("Action later = () => call.Arguments.Clear(); Console.WriteLine(later); return HookResult.Continue;")]
    [InlineData("call.Duration ??= TimeSpan.Zero; return HookResult.Continue;")]
    [InlineData("Redact(call); return HookResult.Continue;")]
    public Task WhatIsToldOrNoChangeIsFine(string body) => Expect.NothingAsync(
        Id,
        $$"""
        static class Changes
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static HookResult Change(ToolCallContext call) { {{body}} }

            private static object? Redact(object? value) => value;

            private static HookResult Judge(ToolCallContext call) => call.IsReadOnly ? HookResult.Continue : HookResult.Modified;
        }
        """);

    [Fact]
    public Task AsynchronousHooksAreFollowed() => Expect.FindAsync(
        Id,
        """
        static class Changes
        {
            [Hook(HookPoint.AfterModelCall)]
            internal static async ValueTask<HookResult> Blank(ModelCallContext call, CancellationToken cancellationToken)
            {
                await Task.Delay(1, cancellationToken);
                call.ResponseText = "";
                await Task.Delay(1, cancellationToken);
                return [|HookResult.Continue|];
            }

            [Hook(HookPoint.AfterModelCall)]
            internal static Task<HookResult> BlankAtOnce(ModelCallContext call)
            {
                call.ResponseText = "";
                return Task.FromResult([|HookResult.Continue|]);
            }
        }
        """);

    [Fact]
    public Task HooksWithoutAVerdictAreFine() => Expect.NothingAsync(
        Id,
        """
        static class Changes
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static void Change(ToolCallContext call) => call.Arguments["x"] = 1;
        }
        """);
}
