using Hooks;

namespace Acme.Guards;

/// <summary>Needs something that only this library can give it.</summary>
internal sealed class Budget(decimal limit)
{
    [Hook(HookPoint.BeforeToolCall, Priority = 5)]
    internal HookResult Check(ToolCallContext call)
    {
        call.AddContext($"Guards.Budget of {limit}");
        return HookResult.Continue;
    }
}
