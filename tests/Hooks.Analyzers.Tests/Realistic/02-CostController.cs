using System.Globalization;
using Hooks;

namespace Contoso.FinOps;

/// <summary>Keeps every session below its limit. One object serves all sessions; amounts are counted in millionths of a dollar.</summary>
public sealed class CostController
{
    private const long Million = 1_000_000;

    private readonly long _limit;
    private long _spent;
    private int _refused;

    public CostController(decimal limitInDollars)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limitInDollars);
        _limit = (long)(limitInDollars * Million);
    }

    public decimal Spent => Interlocked.Read(ref _spent) / (decimal)Million;

    public int Refused => Volatile.Read(ref _refused);

    [Hook(HookPoint.BeforeModelCall, Name = "budget", Description = "Denies model calls once the budget is spent.")]
    public HookResult CheckBudget(ModelCallContext call)
    {
        var spent = Interlocked.Read(ref _spent);
        if (spent >= _limit)
        {
            Interlocked.Increment(ref _refused);
            return HookResult.Cancel(string.Create(CultureInfo.InvariantCulture, $"the budget of {_limit / (double)Million:0.00} USD is spent"));
        }

        if (spent > _limit / 10 * 9)
            call.AddContext("Less than a tenth of the budget is left; finish what you are doing.");
        return HookResult.Continue;
    }

    [Hook(HookPoint.BeforeModelCall, Name = "cheaper-model", Priority = HookPriority.High, Description = "Takes a smaller model when money gets short.")]
    public HookResult PreferCheaperModel(ModelCallContext call)
    {
        if (Interlocked.Read(ref _spent) < _limit / 2 || call.Model is not "opus")
            return HookResult.Continue;

        call.Model = "haiku";
        return HookResult.Modified;
    }

    [Hook(HookPoint.AfterModelCall, Name = "charge")]
    public void Charge(ModelCallContext call)
    {
        var cost = call.Cost ?? Estimate(call.Usage);
        Interlocked.Add(ref _spent, (long)(cost * Million));
    }

    [Hook(HookPoint.BudgetExceeded, Name = "budget-log")]
    [Hook(HookPoint.BudgetWarning, Name = "budget-log")]
    public void Log(BudgetContext budget) =>
        Console.Error.WriteLine($"{budget.BudgetName ?? "budget"}: {budget.Spent} of {budget.Limit} {budget.Unit}");

    [Hook(HookPoint.SessionStart, Name = "budget-reset")]
    public void Reset(SessionContext session)
    {
        if (session.Source is "clear" or "startup")
            Interlocked.Exchange(ref _spent, 0);
    }

    private static decimal Estimate(TokenUsage? usage) => usage is null
        ? 0m
        : (usage.InputTokens * 3m + usage.CacheReadTokens * 0.3m + usage.OutputTokens * 15m) / Million;
}
