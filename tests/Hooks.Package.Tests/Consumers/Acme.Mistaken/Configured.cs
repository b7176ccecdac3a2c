using Hooks;

namespace Acme.Mistaken;

public static class Configured
{
    [Hook(HookPoint.SessionStart)]
    private static void Greet(SessionContext session) => Console.WriteLine(session.AgentId); // HOOK004
}
