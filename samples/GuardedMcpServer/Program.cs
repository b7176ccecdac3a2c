using GuardedMcpServer;

return await ServerProgram.RunAsync(Console.Out, CancellationToken.None);
