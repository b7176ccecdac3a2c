namespace Hooks;

/// <summary>Leaves the hooks of a referenced assembly out of this assembly's table.</summary>
/// <param name="assemblyName">The simple name of the assembly, as in its file name, compared ignoring case.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ExcludeHooksAttribute(string assemblyName) : Attribute
{
    /// <summary>The simple name of the assembly.</summary>
    public string AssemblyName { get; } = assemblyName;
}
