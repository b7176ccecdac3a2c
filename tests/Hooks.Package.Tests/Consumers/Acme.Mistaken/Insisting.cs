using System.Diagnostics.CodeAnalysis;
using Hooks;

namespace Acme.Mistaken;

// Nobody can silence a hook into nothing.
public static class Insisting
{
#pragma warning disable HOOK004
    [Hook(HookPoint.SessionStart)]
    private static void ByPragma(SessionContext session) => Console.WriteLine(session.AgentId); // HOOK004
#pragma warning restore HOOK004

    [Hook(HookPoint.SessionStart)]
    [SuppressMessage("Hooks", "HOOK004", Justification = "Tried.")]
    private static void ByAttribute(SessionContext session) => Console.WriteLine(session.AgentId); // HOOK004
}
