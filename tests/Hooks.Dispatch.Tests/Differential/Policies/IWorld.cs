namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>Something to which a scenario can happen: a real dispatcher, or the model of one. Used by one thread.</summary>
internal interface IWorld
{
    Journal Journal { get; }

    /// <summary>Moves the clock to this time since the beginning.</summary>
    void AdvanceTo(TimeSpan time);

    void Do(DispatcherAction action);

    /// <summary>Writes down how every hook stands.</summary>
    void WriteStatus();

    /// <summary>Begins to dispose the dispatcher.</summary>
    /// <param name="busy">The hooks of which something runs or waits aside; if there are none, this takes no time.</param>
    void BeginDisposal(IReadOnlyList<string> busy);

    /// <summary>The disposal is over: writes down what was left, and fires once more.</summary>
    void EndDisposal();
}
