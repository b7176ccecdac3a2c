using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Hooks;

/// <summary>
/// The context of a point that exists only at run time, under a name. Its hooks are registered at run time too
/// (<see cref="HookDispatcher.Register(string, Func{NamedHookContext, CancellationToken, ValueTask{HookResult}}, HookRegistrationOptions?)"/>).
/// </summary>
/// <param name="pointName">The point's name, which is its event name too, for example <c>deploy.before</c>.</param>
/// <exception cref="ArgumentException">The name is null or blank.</exception>
public sealed class NamedHookContext(string pointName) : CustomHookContext
{
    /// <summary>The point's name.</summary>
    public string PointName { get; } = string.IsNullOrWhiteSpace(pointName)
        ? throw new ArgumentException("A point has a name.", nameof(pointName))
        : pointName;

    /// <summary>The moment's data. Never null.</summary>
    [AllowNull]
    public HookArguments Data { get => field ??= new(); set => field = Change(value); }

    /// <inheritdoc/>
    [JsonIgnore]
    public override NamedHookContext Final => (NamedHookContext)base.Final;

    /// <inheritdoc/>
    protected override void OnCopied() => Data = Data.Clone();

    private protected override void OnFrozen() => Data.Freeze();
}
