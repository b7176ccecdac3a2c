using System.Collections.Concurrent;
using Hooks;

namespace Tailspin.Approvals;

public enum Decision
{
    Unknown,
    Always,
    Never,
}

public interface IApprovalStore
{
    ValueTask<Decision> FindAsync(string session, string tool, CancellationToken cancellationToken);

    Task RememberAsync(string session, string tool, Decision decision);
}

/// <summary>Somebody has to agree to whatever leaves the machine; a remembered answer counts for the session.</summary>
public sealed class HumanApproval(IApprovalStore store)
{
    private readonly ConcurrentDictionary<string, int> _denials = new();

    [Hook(HookPoint.BeforeToolCall, Name = "approve-writes", Tools = "@edit|@shell")]
    public async ValueTask<HookResult> AskForWritesAsync(ToolCallContext call, CancellationToken cancellationToken)
    {
        if (call.IsReadOnly || call.PermissionMode == "bypass")
            return HookResult.Continue;

        var decision = await store.FindAsync(call.SessionId ?? "", call.ToolName, cancellationToken);
        return decision switch
        {
            Decision.Always => HookResult.Continue,
            Decision.Never => HookResult.Cancel($"{call.ToolName} was refused earlier in this session"),
            _ => HookResult.Ask(Describe(call.ToolName, call.Arguments)),
        };
    }

    [Hook(HookPoint.PermissionRequest, Name = "known-answers")]
    public async Task<HookResult> AnswerAsync(PermissionContext request, CancellationToken token)
    {
        switch (await store.FindAsync(request.SessionId ?? "", request.ToolName, token))
        {
            case Decision.Always:
                return HookResult.Allow("allowed for this session");
            case Decision.Never:
                return HookResult.Cancel("refused for this session");
            default:
                return HookResult.Ask(request.Reason);
        }
    }

    [Hook(HookPoint.PermissionRequest, Name = "safe-reads", Tools = "@read|@search", Priority = HookPriority.High)]
    public HookResult AllowReads(PermissionContext request) =>
        request.Arguments.TryGetString("path", out var path) && IsBelow(request.WorkingDirectory, path)
            ? HookResult.Allow("reads in the working directory are fine")
            : HookResult.Skipped;

    [Hook(HookPoint.PermissionDenied, Name = "explain-denial")]
    public async ValueTask<HookResult> ExplainAsync(PermissionContext request)
    {
        var count = _denials.AddOrUpdate(request.ToolName, 1, static (_, n) => n + 1);
        if (count < 3)
            return HookResult.Continue;

        await store.RememberAsync(request.SessionId ?? "", request.ToolName, Decision.Never);
        return HookResult.Replace($"{request.ToolName} has been refused {count} times; plan without it");
    }

    private static string Describe(string tool, HookArguments arguments) =>
        arguments.TryGetString("command", out var command) ? $"run: {command}" : $"{tool} {arguments}";

    private static bool IsBelow(string? folder, string path) =>
        folder is not null && Path.GetFullPath(path, folder).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
