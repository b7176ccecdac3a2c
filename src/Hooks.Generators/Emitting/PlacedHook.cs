using Hooks.Generators.Model;
using Hooks.Shared;

namespace Hooks.Generators.Emitting;

/// <summary>A hook with its place in the table.</summary>
internal sealed class PlacedHook(HookModel model, string name)
{
    public HookModel Model { get; } = model;

    /// <summary>The name in this table: that of the model, or <c>Assembly:name</c> where it clashes.</summary>
    public string Name { get; } = name;

    /// <summary>The index in the table.</summary>
    public int Index { get; set; }

    /// <summary>The place in its chain.</summary>
    public int At { get; set; }

    /// <summary>The object to call the method on; null for a static hook.</summary>
    public PlacedOwner? Owner { get; set; }

    /// <summary>Makes a condition of an expression for the tool's name; null for all tools.</summary>
    public Func<string, string>? Matcher { get; set; }
}

/// <summary>The hooks of one point, in order.</summary>
internal sealed class PlacedChain(PointModel point, IReadOnlyList<PlacedHook> hooks, string className, int customPoint)
{
    public PointModel Point { get; } = point;

    public IReadOnlyList<PlacedHook> Hooks { get; } = hooks;

    /// <summary>The name of the nested class.</summary>
    public string ClassName { get; } = className;

    /// <summary>The table's number of a custom point, or -1.</summary>
    public int CustomPoint { get; } = customPoint;

    public bool IsSynchronous => Hooks.All(hook => !hook.Model.IsAsynchronous || hook.Model.RunsInBackground);

    public bool GivesVerdict => Hooks.Any(hook => hook.Model.GivesVerdict);
}

/// <summary>The object of a class with instance hooks.</summary>
internal sealed class PlacedOwner(OwnerModel model, string identifier, string firstHook, bool isTable)
{
    public OwnerModel Model { get; } = model;

    /// <summary>The constructor parameter; the field has an underscore before it.</summary>
    public string Parameter { get; } = CSharpNames.Escape(identifier);

    public string Field { get; } = "_" + identifier;

    /// <summary>The name of a hook that needs it, for errors.</summary>
    public string FirstHook { get; } = firstHook;

    /// <summary>Whether the hooks are methods of the table's own class, so that the object is the table itself.</summary>
    public bool IsTable { get; } = isTable;

    public bool IsHidden => Model.Thunks is not null;
}
