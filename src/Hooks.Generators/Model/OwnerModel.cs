namespace Hooks.Generators.Model;

/// <summary>The class of an instance hook: an object of it is handed in, resolved or made when the table is made.</summary>
internal sealed record OwnerModel
{
    /// <summary>The full name, without <c>global::</c>; orders constructor parameters.</summary>
    public required string Name { get; init; }

    /// <summary>As emitted code writes it: <c>global::Acme.BudgetHooks</c>. <c>object</c> if the table cannot name it.</summary>
    public required string Reference { get; init; }

    /// <summary>Whether the table can make one itself: an accessible constructor without parameters.</summary>
    public required bool CanCreate { get; init; }

    /// <summary>Whether another assembly that can name the class can make one too: that constructor is public.</summary>
    public bool CanCreateElsewhere { get; init; }

    /// <summary>Whether another assembly can name the class.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>
    /// For a class of a referenced assembly that is not public: that assembly's thunks, which have <c>Create{Key}()</c>
    /// (if <see cref="CanCreate"/>) and <c>Resolve{Key}(IServiceProvider)</c>.
    /// </summary>
    public string? Thunks { get; init; }

    /// <summary>The class's number among the hidden owners of its assembly.</summary>
    public int Key { get; init; }
}
