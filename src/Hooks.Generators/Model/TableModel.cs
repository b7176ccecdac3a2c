namespace Hooks.Generators.Model;

/// <summary>Everything that the one emitted file is made from.</summary>
internal sealed record TableModel
{
    /// <summary>The simple name of the assembly that is compiled.</summary>
    public required string Assembly { get; init; }

    /// <summary>The namespace of what is emitted; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The class that carries the table; null if this assembly only gets a manifest.</summary>
    public required TableClassModel? Table { get; init; }

    /// <summary>This assembly's own hooks, which its manifest lists; in no particular order.</summary>
    public required EquatableArray<HookModel> Own { get; init; }

    /// <summary>How many of this assembly's attributes make no hook, where no analyzers tell of them; otherwise 0.</summary>
    public int LeftOut { get; init; }

    /// <summary>The manifests of references that contribute, excluded ones left out, by assembly name.</summary>
    public required EquatableArray<ManifestModel> References { get; init; }

    /// <summary>Additions to tool groups, of this assembly and of contributing references.</summary>
    public required EquatableArray<ToolGroupModel> ToolGroups { get; init; }
}

/// <summary>The class that carries the table.</summary>
internal sealed record TableClassModel
{
    public required string Name { get; init; }

    /// <summary>Its namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }
}

/// <summary>What a referenced assembly says of its hooks.</summary>
internal sealed record ManifestModel
{
    public required string Assembly { get; init; }

    /// <summary>The manifest's format; one that is newer than ours cannot be read.</summary>
    public required int Format { get; init; }

    public required EquatableArray<HookModel> Hooks { get; init; }

    public required EquatableArray<ToolGroupModel> ToolGroups { get; init; }
}

/// <summary>Tool names that an assembly adds to a group.</summary>
internal sealed record ToolGroupModel(string Group, EquatableArray<string> Tools);
