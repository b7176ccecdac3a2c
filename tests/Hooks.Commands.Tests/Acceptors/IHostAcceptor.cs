namespace Hooks.Commands.Tests.Acceptors;

/// <summary>A coding agent's side of the protocol, written from the vendors' reference alone and not from what this project sends.</summary>
internal interface IHostAcceptor
{
    /// <summary>What this host does after such a run.</summary>
    /// <exception cref="ArgumentException">The host has no such event.</exception>
    HostAction Judge(HostRun run);
}
