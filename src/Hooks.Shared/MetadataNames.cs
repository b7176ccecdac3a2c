namespace Hooks.Shared;

/// <summary>The names under which generator and analyzers find the types of Hooks.Runtime, which they never reference.</summary>
internal static class MetadataNames
{
    public const string RuntimeAssembly = "Hooks.Runtime";
    public const string Namespace = "Hooks";

    public const string HookAttribute = "Hooks.HookAttribute";
    public const string CustomHookAttribute = "Hooks.HookAttribute`1";
    public const string HookPoint = "Hooks.HookPoint";
    public const string HookTableAttribute = "Hooks.HookTableAttribute";

    // Simple names, for symbols whose namespace is checked on its own.
    public const string TableAttribute = "HookTableAttribute";
    public const string HookPointAttribute = "HookPointAttribute";
    public const string HookManifestAttribute = "HookManifestAttribute";
    public const string ToolGroupAttribute = "ToolGroupAttribute";
    public const string ExcludeHooksAttribute = "ExcludeHooksAttribute";
    public const string HookResult = "HookResult";
    public const string HookArguments = "HookArguments";
    public const string HookContext = "HookContext";
    public const string CustomHookContext = "CustomHookContext";
    public const string HookTable = "HookTable";
    public const string HookDispatcher = "HookDispatcher";

    public const string ToolName = "ToolName";
}
