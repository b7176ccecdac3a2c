using System.Globalization;
using GuardedAgent.Screen;
using Hooks;

namespace GuardedAgent.Records;

/// <summary>Tells the person at the screen when the money runs out.</summary>
internal sealed class BudgetNotices(Timeline timeline)
{
    [Hook(HookPoint.BudgetWarning, Name = "budget-notices", Description = "Shows that most of the budget is spent.")]
    public void Warn(BudgetContext budget) => timeline.ShowNotice($"budget: {Amounts(budget)} spent");

    [Hook(HookPoint.BudgetExceeded, Name = "budget-notices", Description = "Shows that the budget is overspent.")]
    public void Alarm(BudgetContext budget) => timeline.ShowNotice($"budget exceeded: {Amounts(budget)} spent");

    private static string Amounts(BudgetContext budget) =>
        string.Create(CultureInfo.InvariantCulture, $"{budget.Spent:0.000} of {budget.Limit:0.000} {budget.Unit}");
}
