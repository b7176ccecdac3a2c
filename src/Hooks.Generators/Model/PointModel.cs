namespace Hooks.Generators.Model;

/// <summary>A hook point, as far as emitted code has to know it.</summary>
internal sealed record PointModel
{
    /// <summary>The number of a built-in point; 0 for a custom one.</summary>
    public required int Number { get; init; }

    /// <summary>The member of <c>HookPoint</c>, or the event name of a custom point.</summary>
    public required string Name { get; init; }

    public required string EventName { get; init; }

    /// <summary>The class of contexts, as <c>global::Acme.DeployContext</c>.</summary>
    public required string Context { get; init; }

    /// <summary>The <c>HookResultKinds</c>; 0 at an observe-only point.</summary>
    public required int Allowed { get; init; }

    /// <summary>The <c>HookFailurePolicy</c> of verdict-giving hooks: 1 (Block) or 2 (Continue).</summary>
    public required int OnFailure { get; init; }

    /// <summary>Whether other assemblies can name the class of contexts.</summary>
    public bool IsContextPublic { get; init; } = true;

    public bool IsCustom => Number == 0;
}
