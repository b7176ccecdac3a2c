namespace Hooks.Benchmarks.Measuring;

/// <summary>One way to fire. Implemented by structs, so that each gets a loop of its own, with the call compiled into it.</summary>
internal interface IFire
{
    HookResult Fire();
}
