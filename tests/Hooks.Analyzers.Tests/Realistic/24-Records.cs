using Hooks;

namespace Datum.Records;

public sealed record Allowance(int Calls, int Writes)
{
    public static Allowance Default { get; } = new(500, 50);
}

/// <summary>Counts what an agent does; a record, because the tests compare it.</summary>
public sealed record CallAllowance(Allowance Allowed)
{
    private int _calls;
    private int _writes;

    public CallAllowance()
        : this(Allowance.Default)
    {
    }

    [Hook(HookPoint.BeforeToolCall, Name = "allowance")]
    public HookResult Count(ToolCallContext call)
    {
        if (Interlocked.Increment(ref _calls) > Allowed.Calls)
            return HookResult.Cancel($"more than {Allowed.Calls} calls in one session");
        if (!call.IsReadOnly && Interlocked.Increment(ref _writes) is var writes && writes > Allowed.Writes)
            return HookResult.Ask($"this would be write number {writes}");
        return HookResult.Continue;
    }
}

public sealed record WorkingHours(TimeOnly From, TimeOnly To, TimeProvider Clock)
{
    [Hook(HookPoint.BeforeTurn, Name = "working-hours")]
    public HookResult Check(TurnContext turn)
    {
        var now = TimeOnly.FromDateTime(Clock.GetLocalNow().DateTime);
        if (now.IsBetween(From, To) || turn.Source == "schedule")
            return HookResult.Continue;
        return HookResult.Cancel($"come back at {From:HH\\:mm}");
    }
}

public record JobLog(string Folder)
{
    protected virtual string FileFor(JobContext job) => Path.Combine(Folder, $"{job.JobName}.log");

    [Hook(HookPoint.JobExecuted, Name = "job-log")]
    public async Task WriteAsync(JobContext job, CancellationToken cancellationToken)
    {
        var line = job is { Succeeded: true, Duration: { } duration } ? $"ok {duration}" : $"failed: {job.ErrorMessage}";
        await File.AppendAllTextAsync(FileFor(job), line + "\n", cancellationToken);
    }

    [Hook(HookPoint.Notification, Name = "notices")]
    public static void Show(NotificationContext notice)
    {
        var (title, kind) = (notice.Title ?? "agent", notice.Kind ?? "info");
        Console.WriteLine($"[{kind}] {title}: {notice.Message}");
    }
}
