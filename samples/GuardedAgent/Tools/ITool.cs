using Hooks;

namespace GuardedAgent.Tools;

/// <summary>Something that the agent can do.</summary>
internal interface ITool
{
    string Name { get; }

    /// <summary>Whether it changes nothing.</summary>
    bool IsReadOnly { get; }

    /// <summary>Does it.</summary>
    /// <returns>The result, for the model.</returns>
    /// <exception cref="ToolException">It did not work.</exception>
    ValueTask<string> RunAsync(HookArguments arguments, CancellationToken cancellationToken);
}
