namespace Hooks;

/// <summary>Puts the generated table into this class, which takes over name, namespace and accessibility.</summary>
/// <remarks>
/// The class is top-level, partial, not static and not generic. A library that carries it gets a table of its own,
/// as an executable does without it. The generated half has the constructors and private members of its own; the other
/// half may hold hooks, which are then called on the table itself.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class HookTableAttribute : Attribute;
