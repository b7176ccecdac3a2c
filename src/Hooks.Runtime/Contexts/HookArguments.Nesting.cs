namespace Hooks;

// How arguments hold on to each other: every nested one has one owner, so a change is known up to the root, a tree can
// neither contain itself nor grow deeper than MaxDepth, and whatever was accepted can be written.
public sealed partial class HookArguments
{
    // How many levels below the owner: one, and one more for each array in between.
    private int _levelsBelowOwner;

    /// <summary>How deep this object lies in its tree; the root is at 1.</summary>
    private int Level => _owner is null ? 1 : _owner.Level + _levelsBelowOwner;

    private HookArguments Root => _owner is null ? this : _owner.Root;

    /// <summary>From now on every change is refused, of nested arguments too.</summary>
    internal void Freeze() => _frozen = true;

    /// <summary>Adds a value that is already plain and belongs to no one.</summary>
    /// <returns>False if the name is there already.</returns>
    internal bool TryAddPlain(string name, object? plain)
    {
        if (IndexOf(name) >= 0)
            return false;
        Append(name, plain);
        return true;
    }

    private void Set(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var index = IndexOf(name);
        if (index >= 0 && value is not null && ReferenceEquals(value, _array[index].Value))
            return;
        var plain = value is HookArguments nested ? Adoptable(name, nested) : PlainValue.From(name, value, Level + 1);
        PlainValue.CheckText(name, name);
        Change();
        if (index < 0)
        {
            Append(name, plain);
            return;
        }

        Detach(_array[index].Value);
        Attach(plain, 1);
        _array[index] = new(name, plain);
    }

    private HookArguments Adoptable(string name, HookArguments nested)
    {
        if (ReferenceEquals(nested, Root))
            throw new ArgumentException($"The argument '{name}' cannot be the arguments that contain it.");
        if (Level + HeightOf(nested) > MaxDepth)
            throw new ArgumentException(PlainValue.TooDeep(name));
        return nested._owner is null && !nested._frozen ? nested : nested.Clone();
    }

    private void Append(string name, object? plain)
    {
        Attach(plain, 1);
        _index?.Add(name, Count);
        if (Count == _array.Length)
            Array.Resize(ref _array, Math.Max(4, Count * 2));
        _array[Count] = new(name, plain);
        Count++;
        _namesVersion++;
    }

    private void Attach(object? plain, int levels)
    {
        if (plain is HookArguments nested)
        {
            nested._owner = this;
            nested._levelsBelowOwner = levels;
        }
        else if (plain is not string and IReadOnlyList<object?> list)
        {
            for (var i = 0; i < list.Count; i++)
                Attach(list[i], levels + 1);
        }
    }

    private static void Detach(object? plain)
    {
        if (plain is HookArguments nested)
        {
            nested._owner = null;
        }
        else if (plain is IReadOnlyList<object?> list)
        {
            for (var i = 0; i < list.Count; i++)
                Detach(list[i]);
        }
    }

    private void Change()
    {
        for (var changed = this; changed is not null; changed = changed._owner)
        {
            if (changed._frozen)
                throw new InvalidOperationException("These arguments can no longer be changed: the hook that holds them ran out of time, and the call went on without it.");
        }

        for (var changed = this; changed is not null; changed = changed._owner)
            changed.Version++;
    }

    /// <summary>How many levels of objects and arrays a plain value has.</summary>
    internal static int HeightOf(object? plain) => plain switch
    {
        HookArguments { Count: > 0 } nested => 1 + nested.Max(entry => HeightOf(entry.Value)),
        HookArguments => 1,
        IReadOnlyList<object?> { Count: > 0 } list => 1 + list.Max(HeightOf),
        IReadOnlyList<object?> => 1,
        _ => 0,
    };
}
