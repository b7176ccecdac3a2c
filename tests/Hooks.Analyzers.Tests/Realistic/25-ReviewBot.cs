using Hooks;
using Lamna.ReviewBot;

// A small loop of its own: every tool call goes through the hooks, and every verdict is honoured.
var tools = new Dictionary<string, Func<HookArguments, CancellationToken, Task<string>>>
{
    ["read_file"] = static async (arguments, token) => await File.ReadAllTextAsync(arguments.GetString("path", "."), token),
    ["comment"] = static (arguments, _) => Task.FromResult($"commented: {arguments.GetString("text")}"),
};
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

await using var hooks = GeneratedHooks.CreateDispatcher(options: new() { OnReport = report => Console.Error.WriteLine(report) });
var session = new SessionContext { SessionId = Guid.NewGuid().ToString("N"), Source = "startup", WorkingDirectory = Environment.CurrentDirectory };
await hooks.SessionStartAsync(session, stopping.Token);
foreach (var line in args)
{
    var answer = await CallAsync(line.Split(' ', 2));
    Console.WriteLine(answer ?? "(nothing)");
}

await hooks.SessionEndAsync(session);
return 0;

async Task<object?> CallAsync(string[] words)
{
    var call = new ToolCallContext { Parent = session, ToolName = words[0], Arguments = new() { ["path"] = words[^1], ["text"] = words[^1] } };
    if (hooks.HasHooks(HookPoint.ToolValidation) && await hooks.ToolValidationAsync(call, stopping.Token) is { IsCancel: true } refused)
        return refused.Reason;

    var verdict = await hooks.BeforeToolCallAsync(call, stopping.Token);
    switch (verdict.Kind)
    {
        case HookResultKind.Continue or HookResultKind.Skipped or HookResultKind.Modified:
            break;
        case HookResultKind.Ask when Confirm(verdict.Reason):
            break;
        case HookResultKind.Replace:
            return verdict.Value;
        default:
            call.Outcome = ToolCallOutcome.Denied;
            call.ErrorMessage = verdict.Reason;
            await hooks.AfterToolCallAsync(call);
            return verdict.Reason ?? $"{verdict.Kind} is not supported here";
    }

    try
    {
        call.Result = await tools[call.ToolName](call.Arguments, stopping.Token);
        call.Outcome = ToolCallOutcome.Succeeded;
        return await hooks.ToolResultReadyAsync(call, stopping.Token) switch
        {
            { IsCancel: true, Reason: var reason } => reason,
            { Kind: HookResultKind.Replace, Value: var value } => value,
            _ => call.Result,
        };
    }
    finally
    {
        await hooks.AfterToolCallAsync(call, CancellationToken.None);
    }
}

static bool Confirm(string? question)
{
    Console.Write($"{question ?? "Go on?"} [y/N] ");
    return Console.ReadLine() is "y" or "Y";
}

internal static class ReviewHooks
{
    [Hook(HookPoint.BeforeToolCall, Name = "polite-comments", Tools = "comment")]
    internal static HookResult BePolite(ToolCallContext call) => call.Arguments.GetString("text") switch
    {
        null or "" => HookResult.Cancel("an empty comment helps nobody"),
        { Length: > 2_000 } => HookResult.Cancel("nobody reads a comment of this length"),
        var text when text.Contains("obviously", StringComparison.OrdinalIgnoreCase) => HookResult.Ask("post this as it stands?"),
        _ => HookResult.Continue,
    };

    [Hook(HookPoint.SessionEnd, Name = "goodbye")]
    internal static void Goodbye(SessionContext session) => Console.WriteLine($"session {session.SessionId} is over");
}
