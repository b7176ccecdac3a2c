using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>A budget, and what is spent of it.</summary>
public sealed class BudgetContext : HookContext
{
    /// <summary>The name of the budget, where there are several.</summary>
    public string? BudgetName { get; init; }

    /// <summary>What has been spent.</summary>
    public required decimal Spent { get; init; }

    /// <summary>What may be spent.</summary>
    public required decimal Limit { get; init; }

    /// <summary>The amount at which the budget warns.</summary>
    public decimal? WarningLevel { get; init; }

    /// <summary>The unit of the amounts: a currency, for example <c>USD</c>, or <c>tokens</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The tokens that were used.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The model on which it was spent.</summary>
    public string? Model { get; init; }

    /// <summary>Who provides the model.</summary>
    public string? Provider { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override BudgetContext Final => (BudgetContext)base.Final;
}
