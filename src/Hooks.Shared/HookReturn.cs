namespace Hooks.Shared;

/// <summary>What a hook method returns. The numbers from 0 on stand in manifests.</summary>
internal enum HookReturn
{
    Invalid = -1,
    Void = 0,
    Task = 1,
    ValueTask = 2,
    Result = 3,
    TaskOfResult = 4,
    ValueTaskOfResult = 5,
}
