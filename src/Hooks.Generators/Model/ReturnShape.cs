namespace Hooks.Generators.Model;

/// <summary>What a hook method returns. The numbers stand in manifests.</summary>
internal enum ReturnShape
{
    Void = 0,
    Task = 1,
    ValueTask = 2,
    Result = 3,
    TaskOfResult = 4,
    ValueTaskOfResult = 5,
}
