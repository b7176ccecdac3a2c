namespace Hooks.Commands.Http;

/// <summary>How a server listens.</summary>
/// <param name="Port">The port; 0 for any free one.</param>
/// <param name="Token">What requests have to carry.</param>
/// <param name="Deadline">How long an event may take if its request does not say.</param>
/// <param name="AtOnce">How many events run beside each other.</param>
internal sealed record ServerSettings(int Port, BearerToken Token, TimeSpan Deadline, int AtOnce);
