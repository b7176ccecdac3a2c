using Hooks;

namespace Acme.Unanalyzed;

public static class Hidden
{
    [Hook(HookPoint.SessionEnd)]
    private static void Forgotten(SessionContext session) => session.AddContext("never runs");
}
