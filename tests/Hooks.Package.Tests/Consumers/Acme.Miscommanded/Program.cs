using Acme.Miscommanded;
using Hooks.Commands;

[assembly: HookTargets(CodingAgent.ClaudeCode, CodingAgent.Codex)]

return await CommandHost.RunAsync(args, GeneratedHooks.CreateDispatcher());
