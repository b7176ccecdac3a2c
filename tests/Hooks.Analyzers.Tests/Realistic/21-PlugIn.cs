using Hooks;

namespace VanArsdel.PlugIns;

/// <summary>The plug-in's table; the host adds it with <c>dispatcher.Add(new LicencePlugIn())</c>.</summary>
[HookTable]
public sealed partial class LicencePlugIn;

/// <summary>Files with a licence that the company does not accept are not copied.</summary>
public sealed class LicenceHooks
{
    private static readonly string[] Refused = ["AGPL-3.0", "SSPL-1.0"];

    [Hook(HookPoint.BeforeToolCall, Name = "licence-check", Tools = "@edit|copy_*", Description = "Denies files with a licence that is not accepted.")]
    public HookResult Check(ToolCallContext call)
    {
        var content = call.Arguments.GetString("content", "");
        var found = Array.Find(Refused, licence => content.Contains($"SPDX-License-Identifier: {licence}", StringComparison.Ordinal));
        return found is null ? HookResult.Continue : HookResult.Cancel($"files under {found} are not accepted");
    }

    [Hook(HookPoint.AfterToolDiscovery, Name = "licence-hint")]
    public static void Hint(ToolDiscoveryContext discovery)
    {
        if (discovery.ToolNames.Any(name => name.StartsWith("copy_", StringComparison.OrdinalIgnoreCase)))
            discovery.AddContext("Copied files need an SPDX header.");
    }
}

/// <summary>Remembers what it was called with: the stand-in that the plug-in's own tests use.</summary>
internal sealed class RecordingHooks
{
    private readonly Queue<HookResult> _answers = new();

    public List<string> Calls { get; } = [];

    public RecordingHooks Answering(params IEnumerable<HookResult> answers)
    {
        foreach (var answer in answers)
            _answers.Enqueue(answer);
        return this;
    }

    [Hook(HookPoint.BeforeToolCall, Name = "recording", Priority = HookPriority.Lowest)]
    public HookResult Record(ToolCallContext call)
    {
        Calls.Add(call.ToolName);
        return _answers.TryDequeue(out var answer) ? answer : HookResult.Continue;
    }
}

internal static class LicencePlugInTests
{
    public static async Task A_refused_licence_is_denied()
    {
        await using var hooks = LicencePlugIn.CreateDispatcher(recordingHooks: new RecordingHooks().Answering(HookResult.Ask()));
        var call = new ToolCallContext { ToolName = "write_file", Arguments = HookArguments.Parse("""{"content":"SPDX-License-Identifier: AGPL-3.0"}""") };

        var verdict = await hooks.BeforeToolCallAsync(call);

        if (!verdict.IsCancel || call.DecidedBy?.Name != "licence-check")
            throw new InvalidOperationException(verdict.ToString());
    }

    public static async Task Observers_do_not_throw()
    {
        await using var hooks = LicencePlugIn.CreateDispatcher(options: new() { OnReport = report => throw new InvalidOperationException(report.Message) });
        await hooks.AfterToolDiscoveryAsync(new ToolDiscoveryContext { ToolNames = ["copy_file"] });
        hooks.AfterToolDiscovery(new ToolDiscoveryContext());
    }

    public static async Task The_host_merges_the_plug_in(HookDispatcher host)
    {
        host.Add(new LicencePlugIn());
        HookResult first = await host.BeforeToolCallAsync(new() { ToolName = "copy_file" });
        Console.WriteLine(first.Kind);
    }
}
