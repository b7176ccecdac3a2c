using Hooks.Commands;
using NativeGuard;

return await CommandHost.RunAsync(args, GuardHooks.CreateDispatcher());
