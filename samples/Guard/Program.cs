using Guard;
using Hooks.Commands;

[assembly: HookTargets(CodingAgent.ClaudeCode, CodingAgent.Codex, CodingAgent.GeminiCli, CodingAgent.CopilotCli, CodingAgent.Cursor)]

return await CommandHost.RunAsync(args, GuardTable.CreateDispatcher(GuardSettings.Read(Environment.GetEnvironmentVariable)));
