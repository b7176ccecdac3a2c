using global::Hooks;

namespace Something.Hooks;

// Names that the generated code must not mistake for its own.
public enum HookPoint { None }

public sealed class HookTable;

public static class System
{
    public static string Name => "not the framework";
}

public sealed class Audit
{
    public string Says => System.Name;

    [Hook(global::Hooks.HookPoint.BeforeToolCall)]
    public static HookResult Refuse(ToolCallContext call) => HookResult.Cancel($"{call.ToolName} of {typeof(Audit).Namespace}");
}
