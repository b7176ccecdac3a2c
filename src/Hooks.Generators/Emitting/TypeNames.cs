namespace Hooks.Generators.Emitting;

/// <summary>Types as emitted code writes them.</summary>
internal static class TypeNames
{
    public const string Result = "global::Hooks.HookResult";
    public const string Context = "global::Hooks.HookContext";
    public const string Dispatcher = "global::Hooks.HookDispatcher";
    public const string Options = "global::Hooks.HookDispatcherOptions";
    public const string Descriptor = "global::Hooks.HookDescriptor";
    public const string PointInfo = "global::Hooks.HookPointInfo";
    public const string Chain = "global::Hooks.HookChain";
    public const string Services = "global::System.IServiceProvider";
    public const string Token = "global::System.Threading.CancellationToken";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string ValueTaskOfResult = "global::System.Threading.Tasks.ValueTask<global::Hooks.HookResult>";
    public const string Exception = "global::System.Exception";
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";
}
