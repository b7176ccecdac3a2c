namespace Hooks.Commands.Http;

/// <summary>Why a request is not let in.</summary>
/// <param name="Status">The status where no agent waits for leave.</param>
/// <param name="Reason">What is wrong; it holds nothing that was sent.</param>
internal sealed record Refusal(int Status, string Reason);
