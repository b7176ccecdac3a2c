namespace Hooks.Generators;

/// <summary>The names under which tests find the steps of the pipeline.</summary>
internal static class StepNames
{
    /// <summary>The hooks of one method at built-in points.</summary>
    public const string Hooks = nameof(Hooks);

    /// <summary>The hooks of one method at custom points.</summary>
    public const string CustomHooks = nameof(CustomHooks);

    /// <summary>All hooks of the assembly, sorted.</summary>
    public const string OwnHooks = nameof(OwnHooks);

    /// <summary>How many attributes make no hook, if nothing else tells of them.</summary>
    public const string LeftOut = nameof(LeftOut);

    /// <summary>One class that asks for the table; null if it cannot carry one.</summary>
    public const string TableClasses = nameof(TableClasses);

    /// <summary>The class that gets the table.</summary>
    public const string TableClass = nameof(TableClass);

    /// <summary>Name and kind of the assembly, and its own assembly attributes.</summary>
    public const string Assembly = nameof(Assembly);

    /// <summary>The manifests of referenced assemblies.</summary>
    public const string References = nameof(References);

    /// <summary>The namespace that the project names.</summary>
    public const string RootNamespace = nameof(RootNamespace);

    /// <summary>What the output is made from.</summary>
    public const string Table = nameof(Table);
}
